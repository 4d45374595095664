import { DAY, type Instant } from "@/lib/domain/time";

const SETTLING = new Set(["completing", "autoreviewing", "applying"]);
const SOON_MILLISECONDS = 15_000;

/** What of a run says whether it is about to change by itself. */
export interface Settling {
  readonly status: string;
  readonly endsAt?: Instant | null;
}

/**
 * How long to wait before these are looked at again; false where nothing is about to change. People who are blocked
 * first and deleted then make "Applying" last for 30 days, which nobody has to watch.
 */
export function untilNextLook(runs: readonly Settling[] | undefined, now: Instant): number | false {
  const isSoon = ({ status, endsAt }: Settling) =>
    SETTLING.has(status.toLowerCase()) && (endsAt ?? now) > now - DAY;
  return (runs ?? []).some(isSoon) ? SOON_MILLISECONDS : false;
}
