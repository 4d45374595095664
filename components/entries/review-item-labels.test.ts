import { expect, test } from "vitest";
import { deciderText } from "./review-item-labels";

const ada = { id: "ada", displayName: "Ada", userPrincipalName: "ada@x" };

test.each([
  ["a reviewer by name", "Deny", ada, "Ada"],
  [
    "a reviewer without a name by the id",
    "Deny",
    { ...ada, displayName: null, userPrincipalName: null },
    "ada",
  ],
  ["the default, which only approves or denies", "Approve", null, "Nobody: the default decided"],
  ["nobody yet", "NotReviewed", null, "Nobody"],
  ["a Don't know of nobody, which is not the default's", "DontKnow", null, "Not known"],
  ["a word that Entra adds later", "Unknown: NotNotified", null, "Not known"],
] as const)("Who decided an item: %s", (_title, decision, reviewedBy, expected) => {
  expect(deciderText({ decision, reviewedBy })).toBe(expected);
});
