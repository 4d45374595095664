import { expect, test } from "vitest";
import type { Group } from "./group";
import { someGroup } from "./testing/some-group";
import { willItApply } from "./will-it-apply";

test.each<[string, Partial<Group>, string | null]>([
  ["a Microsoft 365 group", {}, null],
  ["a team", { kind: "team" }, null],
  ["a security group", { kind: "security" }, null],
  ["a role-assignable group", { kind: "security", roleAssignable: true }, null],
  ["a dynamic group", { dynamic: true }, "dynamic-group"],
  ["a synchronised group", { kind: "security", synced: true }, "synced-group"],
  ["a mail-enabled security group", { kind: "mail-enabled-security" }, "mail-enabled-group"],
  ["a distribution list", { kind: "distribution" }, "mail-enabled-group"],
  ["a synchronised distribution list", { kind: "distribution", synced: true }, "synced-group"],
])("%s", (_, input, because) => {
  const verdict = willItApply(someGroup(input));
  expect(verdict).toMatchObject({ applies: because === null, because });
  expect(verdict.says).toMatch(/\.$/);
  expect(willItApply(someGroup(input), "block-then-delete").applies).toBe(true);
});
