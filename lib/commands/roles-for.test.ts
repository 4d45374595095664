import { expect, test } from "vitest";
import { mayCarryOut } from "./roles-for";
import { scopesFor } from "./scopes-for";

const GUEST_INVITER = new Set(["95e79109-95c0-4d8e-aee3-d01accf2d47b"]);
const GLOBAL_READER = new Set(["f2ef992c-3afb-46b9-b7cf-a126ee74c451"]);

test.each([
  ["anybody may keep", "keep", new Set<string>(), true],
  ["a guest inviter may resend", "resend", GUEST_INVITER, true],
  ["a guest inviter may not remove", "remove", GUEST_INVITER, false],
  ["whoever has no role may perhaps resend: the tenant decides", "resend", GLOBAL_READER, null],
  ["a global reader may not block", "block", GLOBAL_READER, false],
  ["nobody knows of whom the roles are not known", "block", null, null],
] as const)("%s", (_title, kind, roles, answer) => {
  expect(mayCarryOut(kind, roles)).toBe(answer);
});

test("keeping needs no permission, and no act asks for the right to write all users", () => {
  expect(scopesFor("keep")).toEqual([]);
  for (const kind of ["block", "unblock", "remove", "restore", "resend"] as const) {
    expect(scopesFor(kind)).not.toContain("User.ReadWrite.All");
    expect(scopesFor(kind)).toContain("Directory.Read.All");
  }
  expect(scopesFor("block")).toContain("User.RevokeSessions.All");
  expect(scopesFor("unblock")).not.toContain("User.RevokeSessions.All");
});
