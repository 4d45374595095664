"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import { Notice } from "@/components/ui/notice";
import type { CheckAnswer } from "@/lib/contract/integrity";
import {
  consistentSentence,
  erasedSentence,
  signedSentence,
} from "@/lib/domain/integrity-sentences";
import { counted } from "@/lib/domain/number-text";

const useStyles = makeStyles({
  lines: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  hash: { overflowWrap: "anywhere" },
});

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
      <Notice
        intent={found.signedLength === 0 ? "info" : "success"}
        title={found.signedLength === 0 ? "The entries are consistent" : "The history is intact"}
      >
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
