"use client";

import { AppLink } from "@/components/ui/app-link";
import { PlainList } from "@/components/ui/section";
import { TitledCard } from "@/components/ui/titled-card";
import { counted } from "@/lib/domain/number-text";
import { phaseOf } from "@/lib/domain/reviews/review-status";
import { useMyReviews } from "@/lib/queries/my-reviews";

interface WaitingForYouProps {
  /** Null while the directory is still being read. */
  readonly overdue: number | null;
}

/** What somebody should look at; outcomes that are not known have a notice of their own. Empty while nothing is known to wait. */
export function WaitingForYou({ overdue }: WaitingForYouProps) {
  const running = (useMyReviews().data ?? []).filter(({ instances }) =>
    instances.some(({ status }) => phaseOf(status) === "running"),
  ).length;
  const lines = [
    {
      count: running,
      text: `You are a reviewer in ${counted(running, "running review")}.`,
      href: "/reviews/mine",
    },
    {
      count: overdue ?? 0,
      text: `${counted(overdue ?? 0, "invitation")} ${overdue === 1 ? "is" : "are"} overdue.`,
      href: "/invitations?overdue=true",
    },
  ].filter(({ count }) => count > 0);
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
