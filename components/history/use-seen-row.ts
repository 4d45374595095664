import { useState } from "react";
import { ApiError } from "@/lib/contract/api-error";

/**
 * The entry that a form is filled in about, as the person saw it: it does not change under their hands. Where the history
 * refuses what they sent since somebody has recorded something else, `meanwhile` is what they sent, and `seen` what is
 * there now, so that both can be shown and they decide again.
 */
export function useSeenRow<Row, Sent>(
  began: Row,
  now: Row,
  error: Error | null,
  saysTheSame: (one: Row, other: Row) => boolean,
) {
  const [seen, setSeen] = useState(began);
  const [sent, setSent] = useState<Sent | null>(null);
  const [meanwhile, setMeanwhile] = useState<Sent | null>(null);
  const isRefused = error instanceof ApiError && error.kind === "conflict";
  if (isRefused && sent !== null && !saysTheSame(seen, now)) {
    setSeen(now);
    setMeanwhile(sent);
  }
  return {
    seen,
    meanwhile,
    sends: (next: Sent) => {
      setSent(next);
      setMeanwhile(null);
    },
    /** The failure was read: the form is about what is there now. */
    looksAgain: () => {
      setSeen(now);
    },
  };
}
