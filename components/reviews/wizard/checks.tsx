"use client";

import { Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { CollapsibleGroup, CollapsibleLines } from "@/components/wizard/collapsible";
import { ProblemList } from "@/components/wizard/problem-list";
import { dollars, meteredCost } from "@/lib/domain/reviews/cost";
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
} from "@/lib/domain/reviews/check-labels";

const useStyles = makeStyles({ loss: { fontWeight: tokens.fontWeightSemibold } });

/** Whom the draft covers, who would lose access, where it will apply, and what speaks against it. */
export function Checks(props: {
  readonly found: Preflight;
  readonly draft: ReviewDraft;
  readonly onGoTo: (step: string, field?: string) => void;
}) {
  const { found, draft, onGoTo } = props;
  const styles = useStyles();
  const { unanswered, groups, leftOut, deleted, blocking, warnings, counts } = found;
  return (
    <>
      <StillReading />
      <Text>{scopeCount(found)}</Text>
      {counts !== null && <Text className={styles.loss}>{lossCount(unanswered)}</Text>}
      <Cost draft={draft} guests={counts?.guests ?? null} />
      {(blocking.length > 0 || warnings.length > 0) && (
        <ProblemList problems={[...blocking, ...warnings]} onGoTo={onGoTo} />
      )}
      <CollapsibleGroup>
        <CollapsibleLines
          id="losing"
          title="Who loses access if nobody answers"
          lines={losingLines(unanswered)}
        />
        <CollapsibleLines
          id="staying"
          title="Denied, but would stay"
          lines={stayingLines(unanswered)}
        />
        <CollapsibleLines
          id="deleted"
          title="Who would be blocked and deleted"
          lines={deletedLines(deleted)}
        />
        <CollapsibleLines
          id="groups"
          title="Will it apply?"
          brief={`in ${groups.filter(({ applies }) => applies).length} of ${groups.length} groups`}
          lines={groupLines(groups)}
        />
        <CollapsibleLines
          id="left-out"
          title="Groups that are left out"
          lines={leftOutLines(leftOut)}
        />
      </CollapsibleGroup>
    </>
  );
}

/** What Microsoft would bill for the guests of this review, or that it bills nothing. */
function Cost(props: {
  readonly draft: ReviewDraft;
  /** How many guests are in scope; null while that is unknown. */
  readonly guests: number | null;
}) {
  const { says, perMonth, because, source } = meteredCost(props.draft, props.guests);
  return (
    <Text>
      {says}
      {because !== null && perMonth !== null && ` ${dollars(perMonth)} a month on average.`}{" "}
      <Link inline href={source} target="_blank" rel="noreferrer">
        How Microsoft bills guests
      </Link>
    </Text>
  );
}

/** Names and sign-ins come from the list of guests: while that is incomplete, so are the checks. */
function StillReading() {
  const { phase, complete, signIns } = useProgress();
  if (phase === "failed" || phase === "paused") {
    return (
      <Notice intent="warning" title="The list of guests is incomplete">
        Guests without a name here were not read, and checks that depend on sign-ins may be missing.{" "}
        <TextLink href="/guests">Finish reading the guests</TextLink>
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
