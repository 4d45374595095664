import type { LastSeen } from "@/lib/domain/guest";
import type { Instant } from "@/lib/domain/time";
import "../jitless";
import { z } from "zod";
import { instantFromWire } from "./instant-on-wire";

/** https://learn.microsoft.com/graph/api/resources/signinactivity */
export const signInActivityOnWire = z
  .object({
    lastSignInDateTime: z.string().nullish(),
    lastSuccessfulSignInDateTime: z.string().nullish(),
  })
  .nullish();

export interface Seen {
  readonly lastSeen: LastSeen;
  readonly lastAttemptAt: Instant | null;
}

/** Only a successful sign-in counts as seen; call this only where sign-in activity was asked for and given. */
export function seenFromWire(activity: z.infer<typeof signInActivityOnWire>): Seen {
  const at = instantFromWire(activity?.lastSuccessfulSignInDateTime);
  return {
    lastSeen: at === null ? { kind: "never" } : { kind: "at", at },
    lastAttemptAt: instantFromWire(activity?.lastSignInDateTime),
  };
}
