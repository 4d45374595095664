import { expect, test } from "vitest";
import { mayResolve } from "./may-resolve";
import { decided, intended } from "@/lib/queries/testing/some-rows";

const answer = { ...intended, intent: { ...intended.intent, kind: "answer-item" as const } };
const theirs = { ...answer, actor: { ...answer.actor, id: "somebody-else" } };
const me = (role: string) => ({ userId: "a1", appRoles: [role] });

test.each([
  ["a decision", decided],
  ["an intent", intended],
  ["a reviewer's answer", theirs],
])("Who may operate may resolve %s", (_, row) => {
  expect(mayResolve(row, me("Governance.Operator"))).toBe(true);
  expect(mayResolve(row, me("Governance.Administrator"))).toBe(true);
});

test("Who only reads may resolve their own answers in reviews and nothing else", () => {
  const may = [answer, theirs, intended, decided].filter((row) =>
    mayResolve(row, me("Governance.Reader")),
  );
  expect(may).toEqual([answer]);
});
