"use client";

import { useMemo } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { PersonName } from "@/components/ui/person-name";
import { useRecordedUntil } from "@/lib/queries/recorded-results";
import type { ReviewRow } from "./review-query";
import { endedLatest, unrecorded } from "./unrecorded";

/** No more than so many are looked up, the latest first: each is a question to the history. */
const MOST = 50;
const NAMED = 5;

/** Says which reviews have ended instances of which nothing was copied into the history yet. */
export function UnrecordedNotice({ rows }: { readonly rows: readonly ReviewRow[] }) {
  const ended = useMemo(() => endedLatest(rows).slice(0, MOST), [rows]);
  const until = useRecordedUntil(ended.map(({ review }) => review.id));
  const open = unrecorded(ended, until);
  if (open.length === 0) return null;
  return (
    <Notice
      intent="warning"
      title={
        open.length === 1
          ? "The results of 1 review are not in the history yet"
          : `The results of ${open.length.toLocaleString("en")} reviews are not in the history yet`
      }
    >
      Microsoft Entra keeps them for a while only. Open a review and record them:{" "}
      {open.slice(0, NAMED).map(({ review }, place) => (
        <span key={review.id}>
          {place > 0 && ", "}
          <AppLink href={`/reviews/${review.id}?tab=results`}>
            <PersonName name={review.name} />
          </AppLink>
        </span>
      ))}
      {open.length > NAMED && ` and ${open.length - NAMED} more`}.
    </Notice>
  );
}
