"use client";

import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { ReviewsSeen } from "@/lib/domain/reviews/reviews-seen";
import { uncoveredWords } from "./uncovered-words";
import type { ListCoverage } from "./use-list-coverage";

interface UncoveredNoticeProps {
  readonly known: NonNullable<ListCoverage["known"]>;
  readonly seen: ReviewsSeen;
}

/** How many guests no running review asks about, with the way to them; what could not be read makes it "at most". */
export function UncoveredNotice({ known, seen }: UncoveredNoticeProps) {
  const { guests, none } = known.counts;
  if (guests === 0) return null;
  const { title, doubts } = uncoveredWords(known, seen);
  return (
    <Notice intent={none === 0 ? "success" : "warning"} title={title}>
      {doubts.map((doubt) => `${doubt} `)}
      <TextLink href={`/reviews/coverage${none === 0 ? "" : "?state=none"}`}>
        {none === 0 ? "Show the coverage map" : "Show them on the coverage map"}
      </TextLink>
    </Notice>
  );
}
