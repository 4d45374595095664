import { expect, test } from "vitest";
import { mayResolve } from "@/components/entries/may-resolve";
import { blocked, reviewCreated, rowWith } from "@/lib/queries/testing/some-rows";

const answer = rowWith(reviewCreated, { kind: "answer-item" });
const accepted = rowWith(reviewCreated, { kind: "accept-recommendations" });
const theirs = { ...answer, actor: { ...answer.actor, id: "somebody-else" } };
const me = (role: string) => ({ userId: "a1", appRoles: [role] });

test.each([
  ["an operation on a guest", blocked],
  ["an operation on a review", reviewCreated],
  ["a reviewer's answer", theirs],
])("Who may operate may resolve %s", (_, row) => {
  expect(mayResolve(row, me("Governance.Operator"))).toBe(true);
  expect(mayResolve(row, me("Governance.Administrator"))).toBe(true);
});

test("Who only reads may resolve their own answers in reviews and nothing else", () => {
  const may = [answer, accepted, theirs, reviewCreated, blocked].filter((row) =>
    mayResolve(row, me("Governance.Reader")),
  );
  expect(may).toEqual([answer, accepted]);
});
