import { expect, test } from "vitest";
import { ROLES } from "@/lib/domain/directory-roles";
import { isGuestOperation, OPERATION_KINDS } from "@/lib/domain/operation";
import { mayExecute, rolesOf, scopesOf } from "./requirements";

const { users, governance, groups, global, inviter } = ROLES;
const holding = (...roles: readonly { readonly templateId: string }[]) =>
  new Set(roles.map(({ templateId }) => templateId));

test.each(["answer-item", "accept-recommendations"] as const)(
  "a reviewer needs no role for %s",
  (kind) => {
    expect(rolesOf(kind)).toEqual([]);
    expect(mayExecute(kind, new Set())).toBe(true);
    expect(mayExecute(kind, null)).toBe(true);
  },
);

test.each([users, governance, global])("$name may make reviews", (role) => {
  expect(mayExecute("create-review", holding(role))).toBe(true);
});

test("nobody else may, and nobody knows without having read the roles", () => {
  expect(mayExecute("create-review", holding(groups, inviter))).toBe(false);
  expect(mayExecute("create-review", null)).toBeNull();
});

test("owners change their groups without a role, so only Graph can say no", () => {
  expect(mayExecute("add-member", holding(inviter))).toBeNull();
  expect(mayExecute("remove-member", holding(groups))).toBe(true);
});

const OTHER_KINDS = OPERATION_KINDS.filter((kind) => !isGuestOperation(kind));

test.each(OTHER_KINDS)(
  "%s asks for the permission to write, and to look before and after",
  (kind) => {
    const scopes = scopesOf(kind);
    expect(scopes.some((scope) => scope.includes("ReadWrite"))).toBe(true);
    expect(scopes.some((scope) => scope.endsWith(".Read.All"))).toBe(true);
  },
);

const GUEST_INVITER = new Set(["95e79109-95c0-4d8e-aee3-d01accf2d47b"]);
const GLOBAL_READER = new Set(["f2ef992c-3afb-46b9-b7cf-a126ee74c451"]);

test.each([
  ["anybody may keep", "keep", new Set<string>(), true],
  ["a guest inviter may resend", "resend", GUEST_INVITER, true],
  ["a guest inviter may not remove", "remove", GUEST_INVITER, false],
  ["a person without a role may perhaps resend: the tenant decides", "resend", GLOBAL_READER, null],
  ["a global reader may not block", "block", GLOBAL_READER, false],
  ["nobody knows of whom the roles are not known", "block", null, null],
] as const)("%s", (_title, kind, roles, answer) => {
  expect(mayExecute(kind, roles)).toBe(answer);
});

test.each(["block", "unblock", "remove", "restore", "remove-member", "create-review"] as const)(
  "%s asks to read who is eligible for a role",
  (kind) => {
    expect(scopesOf(kind)).toContain("RoleEligibilitySchedule.Read.Directory");
  },
);

test.each(["keep", "resend", "add-member", "answer-item"] as const)(
  "%s takes nothing away from a person who may activate a role, and does not ask to read who may",
  (kind) => {
    expect(scopesOf(kind)).not.toContain("RoleEligibilitySchedule.Read.Directory");
  },
);

test("keeping needs no permission, and no operation asks for the right to write all users", () => {
  expect(scopesOf("keep")).toEqual([]);
  for (const kind of ["block", "unblock", "remove", "restore", "resend"] as const) {
    expect(scopesOf(kind)).not.toContain("User.ReadWrite.All");
    expect(scopesOf(kind)).toContain("Directory.Read.All");
  }
  expect(scopesOf("block")).toContain("User.RevokeSessions.All");
  expect(scopesOf("unblock")).not.toContain("User.RevokeSessions.All");
});
