import { describe, expect, test } from "vitest";
import { defaults } from "../defaults.ts";
import type { User } from "../entities.ts";
import { seedTenant } from "./harborline.ts";
import { oddities } from "./oddities.ts";

const now = Date.UTC(2026, 10, 20, 9);
const day = 86_400_000;
const size = 20_000;
const { users, deletedUsers } = seedTenant({ guests: size, seed: 1, now }).directory;
const everybody = [...users.values()];
const guests = everybody.filter(({ userType }) => userType === "Guest");
const share = (test: (user: User) => boolean) => guests.filter(test).length / guests.length;
const daysSince = (at: string | null | undefined) => (now - Date.parse(at ?? "")) / day;
const issuerOf = ({ identities }: User) => identities[0]?.issuer ?? "";
const domainOf = ({ mail }: User) => (mail ?? "").split("@")[1]?.replace(/^mail\./, "") ?? "";

describe("its guests", () => {
  test("come from partners of very different sizes", () => {
    const sizes = new Map<string, number>();
    for (const guest of guests) sizes.set(domainOf(guest), (sizes.get(domainOf(guest)) ?? 0) + 1);
    const falling = [...sizes.values()].sort((a, b) => b - a);
    expect((falling[0] ?? 0) / size).toBeCloseTo(0.18, 2);
    expect(falling.length).toBeGreaterThan(500);
    expect(falling.filter((count) => count === 1).length / falling.length).toBeGreaterThan(0.25);
  });

  test("use only made-up domains, and those of public mail services", () => {
    const real = new Set(guests.map(domainOf).filter((domain) => !domain.endsWith(".example")));
    expect([...real].sort()).toEqual(["gmail.com", "hotmail.com", "outlook.com"]);
  });

  test.each([
    ["are pending", 0.14, (user: User) => user.externalUserState === "PendingAcceptance"],
    [
      "were seen within 90 days",
      0.48,
      (user: User) => daysSince(user.signIns?.lastSuccessAt) <= 90,
    ],
    ["are blocked", 0.045, (user: User) => !user.accountEnabled],
    ["have no sponsor", 0.33, (user: User) => user.sponsorIds.length === 0],
    ["have several sponsors", 0.12, (user: User) => user.sponsorIds.length > 1],
    ["use Google", 0.047, (user: User) => issuerOf(user) === "google.com"],
    ["have only ever failed", 0.02, onlyFailed],
  ])("%s in about the share %d of all", (_, expected, test) => {
    expect(share(test)).toBeGreaterThan(expected * 0.85);
    expect(share(test)).toBeLessThan(expected * 1.15);
  });

  test("prove who they are in every way there is, or in none before redemption", () => {
    const accepted = guests.filter(({ externalUserState }) => externalUserState === "Accepted");
    const classes = new Set(
      accepted.map((user) => (issuerOf(user).endsWith(".example") ? "federated" : issuerOf(user))),
    );
    expect([...classes].sort()).toEqual([
      "ExternalAzureAD",
      "MicrosoftAccount",
      "federated",
      "google.com",
      "mail",
    ]);
    const pending = guests.filter(({ externalUserState }) => externalUserState !== "Accepted");
    expect(new Set(pending.map(issuerOf))).toEqual(new Set([defaults.domain]));
  });

  test("have waited for a day up to years to redeem", () => {
    const waits = guests
      .filter(
        ({ externalUserState, createdDateTime }) =>
          externalUserState === "PendingAcceptance" && createdDateTime !== null,
      )
      .map(({ createdDateTime }) => daysSince(createdDateTime));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(1);
    expect(Math.min(...waits)).toBeLessThan(2);
    expect(Math.max(...waits)).toBeGreaterThan(5 * 365);
    expect(Math.max(...waits)).toBeLessThanOrEqual(6 * 365);
  });

  test("did nothing before they were created and nothing in the future", () => {
    for (const { createdDateTime, externalUserStateChangeDateTime, signIns } of everybody) {
      const { lastAttemptAt, lastNonInteractiveAt, lastSuccessAt } = signIns ?? {};
      const times = [
        externalUserStateChangeDateTime,
        lastAttemptAt,
        lastNonInteractiveAt,
        lastSuccessAt,
      ];
      for (const at of times) {
        if (at == null || at.startsWith("0001-")) continue;
        expect(Date.parse(at)).toBeLessThanOrEqual(now);
        if (createdDateTime !== null) expect(at >= createdDateTime).toBe(true);
      }
    }
  });

  test("have no successful sign-in on record from before December 2023", () => {
    const early = guests.flatMap(({ signIns }) => signIns?.lastSuccessAt ?? []);
    expect(early.filter((at) => at < "2023-12-01" && !at.startsWith("0001-"))).toEqual([]);
    const attempts = guests.filter(({ signIns }) => (signIns?.lastAttemptAt ?? "z") < "2023-12-01");
    expect(attempts.some(({ signIns }) => signIns?.lastSuccessAt === undefined)).toBe(true);
  });

  test("include the year one, unknown creation dates, external members and the deleted", () => {
    expect(
      share(({ signIns }) => signIns?.lastSuccessAt?.startsWith("0001-") ?? false),
    ).toBeGreaterThan(0.003);
    expect(share(({ createdDateTime }) => createdDateTime === null)).toBeGreaterThan(0.002);
    const external = everybody.filter(
      ({ userType, userPrincipalName }) =>
        userType === "Member" && userPrincipalName.includes("#EXT#"),
    );
    expect(external).toHaveLength(size * 0.015);
    const deleted = [...deletedUsers.values()].filter(({ userType }) => userType === "Guest");
    expect(deleted).toHaveLength(size * 0.01);
    expect(deleted.every((user) => daysSince(user.deletedDateTime) < 30)).toBe(true);
  });

  test("carry every hostile name, in a tenant of 100 as in one of 20,000", () => {
    const small = seedTenant({ guests: 100, seed: 3, now }).directory.users;
    for (const people of [everybody, [...small.values()]]) {
      const names = new Set(people.map(({ displayName }) => displayName));
      expect(oddities.filter(({ displayName }) => !names.has(displayName))).toEqual([]);
    }
  });

  test.each([
    "Greek",
    "Cyrillic",
    "Arabic",
    "Hebrew",
    "Han",
    "Katakana",
    "Hangul",
    "Devanagari",
    "Thai",
    "Tamil",
  ])("are written in %s too", (script) => {
    const letters = new RegExp(`\\p{Script=${script}}`, "u");
    expect(share(({ displayName }) => letters.test(displayName ?? ""))).toBeGreaterThan(0.001);
  });
});

function onlyFailed({ signIns }: User): boolean {
  const at = signIns?.lastAttemptAt;
  return signIns?.lastSuccessAt === undefined && at !== undefined && daysSince(at) < 20;
}
