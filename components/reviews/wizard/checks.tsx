"use client";

import { Accordion, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Notice } from "@/components/ui/notice";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import type { Preflight } from "@/lib/domain/reviews/preflight";
import { useProgress } from "@/lib/inventory/use-inventory";
import {
  deletedLines,
  groupLines,
  leftOutLines,
  losingLines,
  lossCount,
  scopeCount,
  stayingLines,
} from "./checks-in-words";
import { CostNote } from "./cost-note";
import { FoldedLines } from "./fold";
import { ProblemList } from "./problem-list";
import { TextLink } from "@/components/ui/text-link";

const useStyles = makeStyles({
  folds: { margin: `0 -${tokens.spacingHorizontalM}` },
  loss: { fontWeight: tokens.fontWeightSemibold },
});

/** Whom the draft covers, who would lose access, where it will apply, and what stands against it. */
export function Checks(props: { readonly found: Preflight; readonly draft: ReviewDraft }) {
  const { found, draft } = props;
  const styles = useStyles();
  const { unanswered, groups, leftOut, deleted, blocking, warnings, counts } = found;
  return (
    <>
      <StillReading />
      <Text>{scopeCount(found)}</Text>
      {counts !== null && <Text className={styles.loss}>{lossCount(unanswered)}</Text>}
      <CostNote draft={draft} guests={counts?.guests ?? null} />
      {(blocking.length > 0 || warnings.length > 0) && (
        <ProblemList problems={[...blocking, ...warnings]} />
      )}
      <Accordion className={styles.folds} collapsible multiple>
        <FoldedLines
          value="losing"
          title="Who loses access if nobody answers"
          lines={losingLines(unanswered)}
        />
        <FoldedLines
          value="staying"
          title="Denied, but would stay"
          lines={stayingLines(unanswered)}
        />
        <FoldedLines
          value="deleted"
          title="Who would be blocked and deleted"
          lines={deletedLines(deleted)}
        />
        <FoldedLines
          value="groups"
          title="Will it apply?"
          brief={`in ${groups.filter(({ applies }) => applies).length} of ${groups.length} groups`}
          lines={groupLines(groups)}
        />
        <FoldedLines
          value="left-out"
          title="Groups that it leaves out"
          lines={leftOutLines(leftOut)}
        />
      </Accordion>
    </>
  );
}

/** Names and sign-ins come from the list of guests; while it is not whole, what depends on it is not the last word. */
function StillReading() {
  const { phase, complete, signIns } = useProgress();
  if (phase === "failed" || phase === "paused") {
    return (
      <Notice intent="warning" title="The list of guests is not whole">
        Guests without a name here were not read, and what depends on sign-ins may be missing.{" "}
        <TextLink href="/guests">Read it to its end</TextLink>
      </Notice>
    );
  }
  if (complete && signIns !== "reading" && signIns !== "unread") return null;
  return (
    <Text role="status" size={200}>
      The guests are still being read: names and sign-ins may be missing below.
    </Text>
  );
}
