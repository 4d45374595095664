import type { Guest, LastSeen, Redemption } from "@/lib/domain/guest";
import "../jitless";
import { z } from "zod";
import { identityClassOf } from "./identity-class";
import { instantFromWire } from "./instant-on-wire";
import { partnerOf } from "./partner-of";
import { seenFromWire, signInActivityOnWire } from "./sign-ins-on-wire";

/** The properties to select of a guest. Sign-in activity is read separately, since its quota is far smaller. */
export const GUEST_FIELDS = [
  "id",
  "displayName",
  "mail",
  "otherMails",
  "userPrincipalName",
  "userType",
  "accountEnabled",
  "createdDateTime",
  "creationType",
  "externalUserState",
  "externalUserStateChangeDateTime",
  "identities",
] as const;

/** Graph expands at most 20, which is enough here. https://learn.microsoft.com/graph/query-parameters#expand */
export const SPONSORS = "$expand=sponsors($select=id,displayName)";

/** https://learn.microsoft.com/graph/api/resources/user; members that we do not use are ignored. */
export const guestOnWire = z.object({
  id: z.string().min(1),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  otherMails: z.array(z.string()).nullish(),
  userPrincipalName: z.string(),
  userType: z.string().nullish(),
  accountEnabled: z.boolean(),
  createdDateTime: z.string().nullish(),
  creationType: z.string().nullish(),
  externalUserState: z.string().nullish(),
  externalUserStateChangeDateTime: z.string().nullish(),
  identities: z
    .array(z.object({ signInType: z.string().nullish(), issuer: z.string().nullish() }))
    .nullish(),
  sponsors: z.array(z.object({ id: z.string(), displayName: z.string().nullish() })).nullish(),
  signInActivity: signInActivityOnWire,
});

export type GuestOnWire = z.infer<typeof guestOnWire>;

/** Converts one external person. `signIns` says whether activity was requested, since a missing field alone means nothing. */
export function guestFromWire(
  wire: GuestOnWire,
  signIns: "asked" | Exclude<LastSeen["kind"], "at" | "never">,
): Guest {
  const mail = mailFromWire(wire);
  const seen =
    signIns === "asked"
      ? seenFromWire(wire.signInActivity)
      : { lastSeen: { kind: signIns }, lastAttemptAt: null };
  return {
    id: wire.id,
    displayName: wire.displayName ?? mail ?? wire.userPrincipalName,
    mail,
    userPrincipalName: wire.userPrincipalName,
    userType: wire.userType === "Guest" ? "guest" : "member",
    enabled: wire.accountEnabled,
    createdAt: instantFromWire(wire.createdDateTime),
    creationType: wire.creationType ?? null,
    redemption: redemptionOf(wire),
    ...seen,
    partner: partnerOf(wire),
    identityClass: identityClassOf(wire.identities ?? []),
    sponsors: (wire.sponsors ?? []).map(({ id, displayName }) => ({
      id,
      displayName: displayName ?? null,
    })),
  };
}

/** The address that a guest is written to: the list and the precheck have to name the same one. */
export function mailFromWire({
  mail,
  otherMails,
}: Pick<GuestOnWire, "mail" | "otherMails">): string | null {
  return mail ?? otherMails?.[0] ?? null;
}

function redemptionOf(wire: GuestOnWire): Redemption {
  const changedAt = instantFromWire(wire.externalUserStateChangeDateTime);
  switch (wire.externalUserState?.toLowerCase() ?? "") {
    case "pendingacceptance":
      return { kind: "pending", since: changedAt ?? instantFromWire(wire.createdDateTime) };
    case "accepted":
      return { kind: "redeemed", at: changedAt };
    case "":
      return { kind: "not-invited" };
    default:
      return { kind: "unknown" };
  }
}
