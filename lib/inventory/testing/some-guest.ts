import type { Guest } from "@/lib/domain/guest";
import { DAY } from "@/lib/domain/time";

/** The day on which these tests happen. */
export const TODAY = Date.parse("2026-11-20T12:00:00Z");

let minted = 0;

/** A guest who came a year ago and was seen yesterday, but for what is said. */
export function someGuest(overrides: Partial<Guest> = {}): Guest {
  minted += 1;
  const displayName = overrides.displayName ?? `Guest ${minted}`;
  return {
    id: `guest-${minted}`,
    displayName,
    mail: `${minted}@partner.example`,
    userPrincipalName: `${minted}_partner.example#EXT#@harborline.example`,
    userType: "guest",
    enabled: true,
    createdAt: TODAY - 365 * DAY,
    creationType: "Invitation",
    redemption: { kind: "redeemed", at: TODAY - 360 * DAY },
    lastSeen: { kind: "at", at: TODAY - DAY },
    lastAttemptAt: null,
    partner: "partner.example",
    identityClass: "entra",
    sponsors: [],
    ...overrides,
  };
}
