"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import { Notice } from "@/components/ui/notice";
import type { CheckAnswer } from "@/lib/contract/integrity";
import {
  consistentSentence,
  erasedSentence,
  signedSentence,
} from "@/lib/domain/integrity-sentences";
import { counted, numberText } from "@/lib/domain/number-text";

const useStyles = makeStyles({
  lines: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  hash: { overflowWrap: "anywhere" },
});

/** What holds of the whole history: entries after the last checkpoint are consistent, and no more is known of them. */
function titleOf({ length, signedLength }: CheckAnswer): string {
  const rest = length - signedLength;
  if (signedLength === 0) return "The entries are consistent";
  if (rest === 0) return "The history is intact";
  const last = rest === 1 ? "the last entry" : `the last ${numberText(rest)} entries`;
  return `No change was found; no checkpoint covers ${last} yet`;
}

/** What a check has found, in sentences that can be quoted. */
export function CheckVerdict({ found }: { readonly found: CheckAnswer }) {
  const styles = useStyles();
  if (found.fault !== null) {
    return (
      <Notice intent="error" title="The history is not intact">
        <div className={styles.lines}>
          <span>{found.fault}</span>
          <span>
            Nothing was changed by this check. Keep this text and a backup, and contact your
            database administrator.
          </span>
        </div>
      </Notice>
    );
  }
  const { comparedWith, head } = found;
  return (
    <>
      <Notice intent={found.signedLength === 0 ? "info" : "success"} title={titleOf(found)}>
        <div className={styles.lines}>
          <span>{consistentSentence(found)}</span>
          {comparedWith === null ? (
            <span>No checkpoint of yours was compared.</span>
          ) : (
            <span>
              It continues from your checkpoint of {counted(comparedWith, "entry", "entries")}.
            </span>
          )}
          <span>{signedSentence(found)}</span>
          {found.signedLength > 0 && !found.signaturesChecked && (
            <span>No key is known here: who signed the checkpoints was not checked.</span>
          )}
          <span className={styles.hash}>
            Hash of the last entry: <code>{head}</code>
          </span>
        </div>
      </Notice>
      {found.erased > 0 && (
        <Notice intent={found.erasedUnrecorded > 0 ? "warning" : "info"}>
          {erasedSentence(found)}
        </Notice>
      )}
    </>
  );
}
