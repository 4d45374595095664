import { expect, test } from "vitest";
import { INTENT_KINDS } from "@/lib/domain/intent";
import { ROLES } from "../roles-for";
import { mayCarryOutIntent, requiredRolesForIntent } from "./roles-for-intent";
import { scopesForIntent } from "./scopes-for-intent";

const { users, governance, groups, global, inviter } = ROLES;
const holding = (...roles: readonly { readonly templateId: string }[]) =>
  new Set(roles.map(({ templateId }) => templateId));

test.each(["answer-item", "accept-recommendations"] as const)(
  "whoever is asked as a reviewer needs no role for %s",
  (kind) => {
    expect(requiredRolesForIntent(kind)).toEqual([]);
    expect(mayCarryOutIntent(kind, new Set())).toBe(true);
    expect(mayCarryOutIntent(kind, null)).toBe(true);
  },
);

test.each([users, governance, global])("$name may make reviews", (role) => {
  expect(mayCarryOutIntent("create-review", holding(role))).toBe(true);
});

test("nobody else may, and nobody knows without having read the roles", () => {
  expect(mayCarryOutIntent("create-review", holding(groups, inviter))).toBe(false);
  expect(mayCarryOutIntent("create-review", null)).toBeNull();
});

test("owners change their groups without a role, so only Graph can say no", () => {
  expect(mayCarryOutIntent("add-member", holding(inviter))).toBeNull();
  expect(mayCarryOutIntent("remove-member", holding(groups))).toBe(true);
});

test.each(INTENT_KINDS)(
  "%s asks for the permission to write, and to look before and after",
  (kind) => {
    const scopes = scopesForIntent(kind);
    expect(scopes.some((scope) => scope.includes("ReadWrite"))).toBe(true);
    expect(scopes.some((scope) => scope.endsWith(".Read.All"))).toBe(true);
  },
);
