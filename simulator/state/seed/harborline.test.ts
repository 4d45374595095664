import { describe, expect, test } from "vitest";
import type { Tenant } from "../tenant.ts";
import { consentedScopes } from "../consent.ts";
import { seedTenant } from "./harborline.ts";

const now = Date.UTC(2026, 10, 20, 9);
const size = 20_000;
const tenant = seedTenant({ guests: size, seed: 1, now });
const { users, deletedUsers, groups, roles, servicePrincipals, applications } = tenant.directory;
const everybody = [...users.values()];
const guests = everybody.filter(({ userType }) => userType === "Guest");

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

test("The demo's reviewers can decide: an administrator has consented to it for everybody", () => {
  const manuel = tenant.personas.find(({ name }) => name === "Manuel Ortega");
  expect(consentedScopes(tenant, manuel?.userId ?? "")).toContain("AccessReview.ReadWrite.All");
  expect(consentedScopes(tenant, manuel?.userId ?? "")).not.toContain("User.ReadWrite.All");
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
