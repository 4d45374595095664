import { type Limit, limitsOf, type Metered } from "./limits.ts";
import type { Meter, Reading } from "./meter.ts";
import { resourceUnits } from "./resource-units.ts";
import { faultStateOf } from "./fault-state.ts";

export interface Charge {
  /** Headers that every answer carries, refused or not. */
  headers: Record<string, string>;
  refusal?: { limit: Limit; retryAfterSeconds: number | undefined };
}

// The header appears once four fifths are used and never says more than this.
const TELL_FROM = 0.8;
const TELL_AT_MOST = 1.8;

function meterOf(limit: Limit, request: Metered): Meter {
  const { meters } = faultStateOf(request.tenant.conditions);
  const key = `${limit.name} ${limit.per === "application" ? request.appId : ""}`;
  const known = meters.get(key);
  if (known) return known;
  const meter = limit.meter(request);
  meters.set(key, meter);
  return meter;
}

/** Charges one request to every limit that counts it, and says whether one of them refuses it. */
export function charge(request: Metered): Charge {
  const now = request.tenant.clock.now();
  const readings: { limit: Limit; reading: Reading }[] = limitsOf(request.tenant)
    .filter((limit) => limit.counts(request))
    .map((limit) => ({
      limit,
      reading: meterOf(limit, request).charge(now, limit.cost(request)),
    }));
  const headers: Record<string, string> = {
    "x-ms-resource-unit": String(resourceUnits(request)),
  };
  const share = Math.max(0, ...readings.map(({ reading }) => reading.share));
  if (share > TELL_FROM) {
    headers["x-ms-throttle-limit-percentage"] = Math.min(share, TELL_AT_MOST).toFixed(1);
  }
  const refusing = readings
    .filter(({ reading }) => reading.refused)
    .sort((a, b) => b.reading.retryAfterSeconds - a.reading.retryAfterSeconds)[0];
  if (refusing === undefined) return { headers };
  const { limit, reading } = refusing;
  return {
    headers,
    refusal: { limit, retryAfterSeconds: limit.tellsWhen ? reading.retryAfterSeconds : undefined },
  };
}
