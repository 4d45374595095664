import { describe, expect, test } from "vitest";
import { defaults } from "../defaults.ts";
import type { User } from "../entities.ts";
import type { Tenant } from "../tenant.ts";
import { seedTenant } from "./harborline.ts";
import { oddities } from "./oddities.ts";
import { mostRows } from "./sign-in-history.ts";

const now = Date.UTC(2026, 10, 20, 9);
const day = 86_400_000;
const size = 20_000;
const tenant = seedTenant({ guests: size, seed: 1, now });
const { users, deletedUsers, groups, roles, servicePrincipals, applications } = tenant.directory;
const everybody = [...users.values()];
const guests = everybody.filter(({ userType }) => userType === "Guest");
const share = (test: (user: User) => boolean) => guests.filter(test).length / guests.length;
const daysSince = (at: string | null | undefined) => (now - Date.parse(at ?? "")) / day;
const issuerOf = ({ identities }: User) => identities[0]?.issuer ?? "";
const domainOf = ({ mail }: User) => (mail ?? "").split("@")[1]?.replace(/^mail\./, "") ?? "";

describe("the seeded organization", () => {
  test("has exactly as many guests as were asked for", () => {
    expect(guests).toHaveLength(size);
    expect(seedTenant({ guests: 1, seed: 1 }).directory.users.size).toBe(9 + 36);
  });

  test("is the same again for the same recipe, and another for another seed or tenant", () => {
    const recipe = { guests: 300, seed: 7, now };
    expect(rows(seedTenant(recipe))).toEqual(rows(seedTenant(recipe)));
    const ids = new Set(seedTenant(recipe).directory.users.keys());
    const others = [
      seedTenant({ ...recipe, seed: 8 }),
      seedTenant({ ...recipe, id: "11111111-2222-4333-8444-555555555555" }),
    ];
    for (const other of others) {
      expect([...other.directory.users.keys()].filter((id) => ids.has(id))).toEqual([]);
    }
  });

  test("gives every object an identifier of its own, shaped like a GUID", () => {
    const ids = [users, deletedUsers, groups, roles, servicePrincipals, applications]
      .flatMap((kind) => [...kind.keys()])
      .concat([...tenant.directory.appRoleAssignments.keys()]);
    expect(new Set(ids).size).toBe(ids.length);
    const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(ids.filter((id) => !shape.test(id))).toEqual([]);
  });

  test("gives no two people one user principal name or one mail address", () => {
    const people = [...everybody, ...deletedUsers.values()];
    const names = people.map(({ userPrincipalName }) => userPrincipalName.toLowerCase());
    expect(new Set(names).size).toBe(people.length);
    const mails = people.flatMap(({ mail }) => mail?.toLowerCase() ?? []);
    expect(new Set(mails).size).toBe(mails.length);
  });

  test("names nobody as member, owner, sponsor or manager who is not there", () => {
    const known = (id: string) => users.has(id) || groups.has(id);
    const named = [
      ...[...groups.values(), ...roles.values()].flatMap(({ memberIds }) => [...memberIds]),
      ...[groups, applications, servicePrincipals].flatMap((kind) =>
        [...kind.values()].flatMap(({ ownerIds }) => [...ownerIds]),
      ),
      ...everybody.flatMap(({ managerId }) => managerId ?? []),
    ];
    expect(named.filter((id) => !known(id))).toEqual([]);
    const sponsors = everybody.flatMap(({ sponsorIds }) => sponsorIds);
    const gone = sponsors.filter((id) => !users.has(id));
    expect(gone.length).toBeGreaterThan(0);
    expect(gone.filter((id) => !deletedUsers.has(id))).toEqual([]);
  });
});

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
      const times = [externalUserStateChangeDateTime, ...Object.values(signIns ?? {})];
      for (const at of times) {
        if (at === null || at.startsWith("0001-")) continue;
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

describe("what its guests may reach", () => {
  const guestIds = new Set(guests.map(({ id }) => id));
  const withGuest = [...groups.values()].filter(({ memberIds }) =>
    [...memberIds].some((id) => guestIds.has(id)),
  );

  test.each([
    ["a team", ({ resourceProvisioningOptions }) => resourceProvisioningOptions.includes("Team")],
    [
      "a Microsoft 365 group",
      ({ groupTypes, resourceProvisioningOptions }) =>
        groupTypes.includes("Unified") && resourceProvisioningOptions.length === 0,
    ],
    [
      "a dynamic group",
      ({ membershipRule, groupTypes }) =>
        membershipRule !== null && groupTypes.includes("DynamicMembership"),
    ],
    ["a role-assignable group", ({ isAssignableToRole }) => isAssignableToRole],
    [
      "a mail-enabled security group",
      ({ mailEnabled, securityEnabled }) => mailEnabled && securityEnabled,
    ],
    ["a synced group", ({ onPremisesSyncEnabled }) => onPremisesSyncEnabled === true],
    ["a group without owner", ({ ownerIds }) => ownerIds.size === 0],
    ["a group within a group", ({ id }) => tenant.directory.groupsOf(id).length > 0],
  ] satisfies [string, (group: (typeof withGuest)[number]) => boolean][])("is %s", (_, test) => {
    expect(withGuest.some(test)).toBe(true);
  });

  test("is a directory role, directly or through a group, and what they own", () => {
    const direct = [...roles.values()].flatMap(({ memberIds }) => [...memberIds]);
    expect(direct.some((id) => guestIds.has(id))).toBe(true);
    const carrier = withGuest.find(({ isAssignableToRole }) => isAssignableToRole);
    const through = [...(carrier?.memberIds ?? [])].filter(
      (id) => guestIds.has(id) && !direct.includes(id),
    );
    expect(tenant.directory.rolesOf(through[0] ?? "").length).toBeGreaterThan(0);
    const owners = [...applications.values()].flatMap(({ ownerIds }) => [...ownerIds]);
    expect(owners.some((id) => guestIds.has(id))).toBe(true);
    expect(withGuest.some(({ ownerIds }) => [...ownerIds].some((id) => guestIds.has(id)))).toBe(
      true,
    );
  });

  test("is an application, for some of them", () => {
    const assigned = [...tenant.directory.appRoleAssignments.values()];
    expect(
      assigned.filter(({ principalId }) => !guestIds.has(principalId) && !groups.has(principalId)),
    ).toEqual([]);
    expect(assigned.filter(({ resourceId }) => !servicePrincipals.has(resourceId))).toEqual([]);
    expect(assigned.length / size).toBeCloseTo(0.08, 1);
  });
});

describe("its logs", () => {
  const { audits, signInLog } = tenant.directory;

  test("say who invited each guest of the last 30 days, and nothing older", () => {
    const invited = new Set(
      audits
        .filter(({ activityDisplayName }) => activityDisplayName === "Invite external user")
        .map(({ targetResources }) => targetResources[0]?.id),
    );
    const fresh = guests.filter(({ createdDateTime }) => daysSince(createdDateTime) <= 30);
    expect(fresh.length).toBeGreaterThan(100);
    expect(fresh.filter(({ id }) => !invited.has(id))).toEqual([]);
    expect(audits.filter(({ activityDateTime }) => daysSince(activityDateTime) > 30)).toEqual([]);
    expect(audits.every(({ initiatedBy }) => initiatedBy.user !== null)).toBe(true);
  });

  test("run from old to new", () => {
    const times = audits.map(({ activityDateTime }) => activityDateTime);
    expect(times).toEqual([...times].sort());
    const signIns = signInLog.map(({ createdDateTime }) => createdDateTime);
    expect(signIns).toEqual([...signIns].sort());
  });

  test("agree with what each person's object says of their last attempt", () => {
    expect(signInLog.length).toBeGreaterThan(1_000);
    expect(signInLog.length).toBeLessThanOrEqual(mostRows);
    const last = new Map(signInLog.map((row) => [row.userId, row]));
    for (const [id, { createdDateTime, errorCode }] of last) {
      const times = users.get(id)?.signIns;
      expect(createdDateTime).toBe(times?.lastAttemptAt);
      expect(errorCode === 0).toBe(times?.lastAttemptAt === times?.lastSuccessAt);
    }
  });
});

describe("a tenant without guests", () => {
  const empty = seedTenant({
    id: crypto.randomUUID(),
    displayName: "Quiet Bay",
    guests: 0,
    seed: 1,
  });

  test("has its personas, a dozen colleagues and three groups", () => {
    expect(empty.directory.users.size).toBe(9 + 12);
    expect(empty.directory.groups.size).toBe(3);
    expect(
      [...empty.directory.users.values()].filter(({ userType }) => userType === "Guest"),
    ).toHaveLength(1);
  });

  test("has a domain of its own", () => {
    expect(empty.defaultDomain).toMatch(/^quietbay-[0-9a-f]{8}\.example$/);
    expect(empty.personas[0]?.username).toBe(`grace.okafor@${empty.defaultDomain}`);
  });
});

describe("the personas", () => {
  test("stand in the order of the sign-in page, each with a directory object and the roles told", () => {
    const told = tenant.personas.map(({ name, userId, appRoles }) => [
      name,
      tenant.directory
        .rolesOf(userId)
        .map(({ displayName }) => displayName)
        .sort()
        .join(", "),
      appRoles.join(),
    ]);
    expect(told).toEqual([
      [
        "Grace Okafor",
        "Identity Governance Administrator, Reports Reader, User Administrator",
        "Governance.Administrator",
      ],
      ["Uma Lindqvist", "Reports Reader, User Administrator", "Governance.Operator"],
      ["Ivan Petrov", "Directory Readers, Guest Inviter", "Governance.Operator"],
      ["Priya Raman", "Privileged Role Administrator, Reports Reader", "Governance.Operator"],
      ["Manuel Ortega", "", "Governance.Reader"],
      ["Rhea Castellanos", "Global Reader", "Governance.Reader"],
      ["Nora Whitfield", "", ""],
      ["Gil Marchetti", "", ""],
      ["Adele Fontaine", "Global Administrator", "Governance.Administrator"],
    ]);
  });

  test("may consent for everybody only where the organization let them", () => {
    const may = tenant.personas.filter(({ canConsentForAll }) => canConsentForAll);
    expect(may.map(({ name }) => name)).toEqual(["Grace Okafor", "Priya Raman", "Adele Fontaine"]);
  });
});

function onlyFailed({ signIns }: User): boolean {
  const at = signIns?.lastAttemptAt;
  return signIns?.lastSuccessAt === undefined && at !== undefined && daysSince(at) < 20;
}

function rows({ directory }: Tenant): unknown[] {
  return [
    [...directory.users.values()],
    [...directory.deletedUsers.values()],
    [...directory.groups.values()].map((group) => [
      group,
      [...group.memberIds],
      [...group.ownerIds],
    ]),
    [...directory.appRoleAssignments.values()],
    directory.audits,
    directory.signInLog,
  ];
}
