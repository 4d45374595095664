import { expect, test } from "vitest";
import { OPERATION_KINDS } from "@/lib/domain/operation";
import { permissionWords } from "./permission-words";
import { scopesOf } from "./requirements";

test("Every permission that an operation needs has plain words", () => {
  const scopes = [...new Set(OPERATION_KINDS.flatMap(scopesOf))];
  expect(scopes.filter((scope) => permissionWords([scope]) === scope)).toEqual([]);
});

test("Permissions are named in one sentence", () => {
  expect(permissionWords(["User.EnableDisableAccount.All", "User.RevokeSessions.All"])).toBe(
    "block and unblock guests and end the sessions of blocked guests",
  );
});
