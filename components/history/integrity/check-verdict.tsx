"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import { Notice } from "@/components/ui/notice";
import type { CheckAnswer } from "@/lib/contract/integrity";

const useStyles = makeStyles({
  lines: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  hash: { overflowWrap: "anywhere" },
});

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** What a checkpoint says of the entries, or that none says anything. */
function signedSentence({ length, signedLength }: CheckAnswer): string {
  if (signedLength === 0) {
    return "No checkpoint covers them: whether the last entries were cut off, or everything was written anew, nobody can tell.";
  }
  const rest = length - signedLength;
  return rest === 0
    ? "A checkpoint covers all of them."
    : `A checkpoint covers the first ${signedLength.toLocaleString("en")}; the last ${rest.toLocaleString("en")} could be cut off unseen.`;
}

function erasedSentence({ erased, erasedUnrecorded }: CheckAnswer): string {
  const gone = `${counted(erased, "card or text was", "cards and texts were")} erased.`;
  return erasedUnrecorded === 0
    ? gone
    : `${gone} Of ${erasedUnrecorded.toLocaleString("en")} of them no entry says so: they were deleted from the database.`;
}

/** What a check has found, in sentences that can be quoted. */
export function CheckVerdict({ found }: { readonly found: CheckAnswer }) {
  const styles = useStyles();
  if (found.fault !== null) {
    return (
      <Notice intent="error" title="The history is not whole">
        <div className={styles.lines}>
          <span>{found.fault}</span>
          <span>
            Nothing was changed by this check. Keep this text and a backup, and ask who runs the
            database.
          </span>
        </div>
      </Notice>
    );
  }
  const { length, cards, texts, comparedWith, head } = found;
  return (
    <>
      <Notice intent="success" title="The history is whole">
        <div className={styles.lines}>
          <span>
            {counted(length, "entry", "entries")}, {counted(cards, "card", "cards")} and{" "}
            {counted(texts, "text", "texts")} fit together.
          </span>
          {comparedWith !== null && (
            <span>
              It goes on from your checkpoint of {counted(comparedWith, "entry", "entries")}.
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
