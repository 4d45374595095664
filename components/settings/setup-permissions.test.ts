import { expect, test } from "vitest";
import { OPERATION_KINDS } from "@/lib/domain/operation";
import { permissionWords } from "@/lib/operations/permission-words";
import { scopesOf } from "@/lib/operations/requirements";
import { SETUP_SCOPES } from "./setup-permissions";

test("The checklist has every permission that an operation needs", () => {
  const needed = new Set(OPERATION_KINDS.flatMap((kind) => scopesOf(kind)));
  expect([...needed].filter((scope) => !SETUP_SCOPES.includes(scope))).toEqual([]);
});

test("The checklist says of every permission what it is for", () => {
  expect(SETUP_SCOPES.filter((scope) => permissionWords([scope]) === scope)).toEqual([]);
});
