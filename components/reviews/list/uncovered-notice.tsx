"use client";

import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { uncoveredWords } from "./uncovered-words";
import type { ListCoverage } from "./use-list-coverage";

interface UncoveredNoticeProps {
  readonly known: NonNullable<ListCoverage["known"]>;
  readonly partial: boolean;
}

/** How many guests no running review asks about, with the way to them; what could not be read makes it "at most". */
export function UncoveredNotice({ known, partial }: UncoveredNoticeProps) {
  const { guests, none } = known.counts;
  if (guests === 0) return null;
  const { title, doubts } = uncoveredWords(known, partial);
  return (
    <Notice intent={none === 0 ? "success" : "warning"} title={title}>
      {doubts.map((doubt) => `${doubt} `)}
      <TextLink href={`/reviews/coverage${none === 0 ? "" : "?state=none"}`}>
        {none === 0 ? "Show the coverage map" : "Show them on the coverage map"}
      </TextLink>
    </Notice>
  );
}
