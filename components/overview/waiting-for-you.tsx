"use client";

import { useMayRecord } from "@/components/directory/use-may-record";
import { useConsent } from "@/components/plan/use-consent";
import { AppLink } from "@/components/ui/app-link";
import { PlainList } from "@/components/ui/section";
import { TitledCard } from "@/components/ui/titled-card";
import { useIdle } from "@/components/ui/use-idle";
import { counted } from "@/lib/domain/number-text";
import { unrecordedTitle } from "@/lib/domain/reviews/unrecorded-instances";
import { useMyReviews, useUndecidedInstances } from "@/lib/queries/my-reviews";
import { readingProblem, SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reading-problem";
import { useUnrecordedOfAll } from "@/lib/queries/unrecorded-instances";

/** One thing that waits, or that could not be looked up. */
interface Line {
  readonly text: string;
  readonly href: string;
}

const NOTHING: readonly Line[] = [];

interface WaitingForYouProps {
  /** Null while the directory is still being read. */
  readonly overdue: number | null;
}

/** What somebody should look at; outcomes that are not known have a notice of their own. Empty while nothing is known to wait. */
export function WaitingForYou({ overdue }: WaitingForYouProps) {
  const lines = [...useReviewsToDecide(), ...useResultsToRecord(), ...overdueLines(overdue ?? 0)];
  if (lines.length === 0) return null;
  return (
    <TitledCard title="Waiting for you">
      <PlainList>
        {lines.map(({ text, href }) => (
          <li key={href}>
            <AppLink href={href}>{text}</AppLink>
          </li>
        ))}
      </PlainList>
    </TitledCard>
  );
}

function useReviewsToDecide(): readonly Line[] {
  const { error } = useMyReviews();
  // The number of the navigation and of My reviews.
  const count = useUndecidedInstances(true) ?? 0;
  const href = "/reviews/mine";
  if (hidesSomething(error)) return [{ text: "Your reviews could not be read.", href }];
  const wait = count === 1 ? "waits" : "wait";
  return count === 0
    ? NOTHING
    : [{ text: `${counted(count, "review")} ${wait} for your decisions.`, href }];
}

/** Only for who may record them. It reads many requests: once the page is idle, and without asking for consent. */
function useResultsToRecord(): readonly Line[] {
  const hasConsent = useConsent(SCOPES_TO_READ_REVIEWS) === "given";
  const mayRecord = useMayRecord() === null;
  const isIdle = useIdle();
  const mayRead = mayRecord && hasConsent && isIdle;
  const { open, error } = useUnrecordedOfAll(mayRead);
  const href = "/reviews";
  if (!mayRead) return NOTHING;
  if (hidesSomething(error)) {
    return [{ text: "It is not known which results of reviews are in the history.", href }];
  }
  return open.length === 0 ? NOTHING : [{ text: `${unrecordedTitle(open)}.`, href }];
}

function overdueLines(count: number): readonly Line[] {
  if (count === 0) return NOTHING;
  const text = `${counted(count, "invitation")} ${count === 1 ? "is" : "are"} overdue.`;
  return [{ text, href: "/invitations?overdue=true" }];
}

/** Whether something may wait that was not read. Nothing does for a person who may not read it, or who has no reviews. */
function hidesSomething(error: Error | null): boolean {
  if (error === null) return false;
  const kind = readingProblem(error)?.kind;
  return (
    kind === undefined ||
    !["signed-out", "needs-consent", "forbidden", "licence-missing"].includes(kind)
  );
}
