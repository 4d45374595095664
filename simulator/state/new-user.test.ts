import { describe, expect, test } from "vitest";
import { newGuest, newUser } from "./new-user.ts";

const now = Date.UTC(2026, 10, 20);

describe("a new person", () => {
  test("is a member with an address in the tenant's domain", () => {
    const user = newUser({ displayName: "Zoë O'Hara" }, { domain: "quiet.example", now });
    expect(user.userPrincipalName).toBe("zoe.o.hara@quiet.example");
    expect(user.userType).toBe("Member");
    expect(user.createdDateTime).toBe("2025-11-20T00:00:00.000Z");
  });

  test("whose name has no Latin letter still has an address", () => {
    expect(newUser({ displayName: "さくら" }).userPrincipalName).toMatch(/^person\.[0-9a-f]{8}@/);
  });

  test("keeps everything that was given", () => {
    const overrides = {
      id: "an-id",
      userPrincipalName: "x@y.example",
      mail: null,
      sponsorIds: ["s"],
    };
    expect(newUser(overrides)).toMatchObject(overrides);
  });
});

describe("a new guest", () => {
  test("is called after the outside address, and signs in at home", () => {
    const guest = newGuest({ mail: "ada@partner.example" }, { domain: "quiet.example", now });
    expect(guest.userPrincipalName).toBe("ada_partner.example#EXT#@quiet.example");
    expect(guest.externalUserState).toBe("Accepted");
    expect(guest.identities.map(({ issuer }) => issuer)).toEqual([
      "ExternalAzureAD",
      "quiet.example",
    ]);
  });

  test.each([
    ["google", "google.com"],
    ["microsoft-account", "MicrosoftAccount"],
    ["one-time-passcode", "mail"],
    [{ federatedWith: "partner.example" }, "partner.example"],
  ] as const)("who uses %j has the issuer %s", (issuer, expected) => {
    expect(newGuest({}, { issuer }).identities[0]?.issuer).toBe(expected);
  });

  test("who is pending has no identity but the host's", () => {
    const guest = newGuest({ externalUserState: "PendingAcceptance" }, { domain: "quiet.example" });
    expect(guest.identities.map(({ issuer }) => issuer)).toEqual(["quiet.example"]);
  });
});
