"use client";

import { useCallback, useState } from "react";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import { decidedAs, type GivenAnswer, type Verdict } from "./answer";
import type { Writing } from "./decide-box";

/** The rule of reviews that ask for a justification: https://learn.microsoft.com/graph/api/resources/accessreviewschedulesettings */
const REQUIRED = "This review asks for a justification with every approval.";

/** What was written about an item so far: with the last answer here, or with the decision in the review. */
function writtenBefore(item: ReviewItem, answer: GivenAnswer | undefined): string {
  if (answer !== undefined) return answer.justification;
  return decidedAs(item, undefined) === "NotReviewed" ? "" : (item.justification ?? "");
}

/** The justification while it is written: for one item, or kept for those that follow. */
export function useWriting(
  item: ReviewItem | null,
  answers: ReadonlyMap<string, GivenAnswer>,
  requiredOnApproval: boolean,
) {
  const [kept, setKept] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map());
  const [refused, setRefused] = useState<{ readonly id: string; readonly verdict: Verdict } | null>(
    null,
  );
  const id = item?.id ?? "";
  const before = item === null ? "" : writtenBefore(item, answers.get(id));
  const text = kept ?? drafts.get(id) ?? before;
  const isRefused = refused?.id === id && text.trim() === "";
  const writing: Writing = {
    text,
    keeps: kept !== null,
    broken: isRefused ? REQUIRED : null,
  };

  const write = (next: string) => {
    if (kept !== null) setKept(next);
    else setDrafts((drafted) => new Map(drafted).set(id, next));
  };
  const keep = (keeps: boolean) => {
    setKept(keeps ? text : null);
    if (!keeps) setDrafts((drafted) => new Map(drafted).set(id, text));
  };
  /** The justification to send with an answer; null where the review's rule refuses it. */
  const justify = (verdict: Verdict): string | null => {
    const justification = text.trim();
    if (verdict === "Approve" && requiredOnApproval && justification === "") {
      setRefused({ id, verdict });
      return null;
    }
    setRefused(null);
    return justification;
  };
  const forget = useCallback((itemId: string) => {
    setDrafts((drafted) => {
      if (!drafted.has(itemId)) return drafted;
      const after = new Map(drafted);
      after.delete(itemId);
      return after;
    });
  }, []);
  /** The answer that waits for its justification. */
  const awaited = refused?.id === id ? refused.verdict : null;
  return { writing, awaited, write, keep, justify, forget };
}
