import { expect, test } from "vitest";
import { readReviewers } from "./read-reviewers";

const A = "5555556e-fce3-4e2d-b28e-4ac0c7d2fa10";

test.each([
  [`/users/${A}`, { kind: "person", userId: A }],
  [`/v1.0/users/${A.toUpperCase()}`, { kind: "person", userId: A }],
  [`/groups/${A}/transitiveMembers`, { kind: "group-members", groupId: A }],
  [`/groups/${A}/transitiveMembers/microsoft.graph.user`, { kind: "group-members", groupId: A }],
  [`/groups/${A}/owners`, { kind: "group-owners", groupId: A }],
  [
    `/groups/${A}/owners?$filter=microsoft.graph.user/userType eq 'Member'`,
    { kind: "group-owners", groupId: A },
  ],
  ["./owners", { kind: "group-owners", groupId: null }],
  ["./manager", { kind: "managers" }],
  [`/servicePrincipals/${A}/owners`, { kind: "application-owners" }],
  ["./sponsors", { kind: "other", query: "./sponsors" }],
  [
    `/groups/${A}/transitiveMembers?$filter=x eq 1`,
    { kind: "other", query: `/groups/${A}/transitiveMembers?$filter=x eq 1` },
  ],
])("%s", (query, reviewer) => {
  expect(readReviewers([{ query, queryType: "MicrosoftGraph" }])).toEqual([reviewer]);
});

test.each([null, undefined, {}, "x", []])("%j: nobody, so people review themselves", (value) => {
  expect(readReviewers(value)).toEqual([]);
});

test("what cannot be read is somebody all the same", () => {
  expect(readReviewers([null])).toEqual([{ kind: "other", query: "" }]);
});
