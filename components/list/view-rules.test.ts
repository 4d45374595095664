import { describe, expect, test } from "vitest";
import {
  addView,
  asksTheSame,
  nameProblem,
  queryToShow,
  removeView,
  renameView,
  viewQuery,
} from "./view-rules";

const stale = { name: "Stale", query: "standing=stale" };
const pending = { name: "Pending", query: "standing=pending" };

describe("A view", () => {
  test("keeps the query, but neither the open panel nor where the list is", () => {
    const search = new URLSearchParams("q=ad%26a&tab=decisions&item=7&instance=3&partner=a,b");
    expect(viewQuery(search, ["item", "instance"])).toBe("q=ad%26a&tab=decisions&partner=a%2Cb");
    expect(viewQuery(new URLSearchParams("item=7"), ["item"])).toBe("");
  });

  test("is shown where the list is now", () => {
    const current = new URLSearchParams("q=old&instance=9&item=7");
    expect(queryToShow("decision=Deny", current, ["instance"])).toBe("instance=9&decision=Deny");
    expect(queryToShow("", current, [])).toBe("");
  });

  test.each([
    ["q=a&sort=name", "sort=name&q=a", true],
    ["q=a%20b", "q=a+b", true],
    ["q=a", "q=a&sort=name", false],
    ["", "", true],
  ])("%j and %j ask for the same: %s", (one, other, same) => {
    expect(asksTheSame(one, other)).toBe(same);
  });
});

describe("The name of a view", () => {
  test.each([
    ["Mine", null, null],
    ["  ", null, "Enter a name."],
    ["x".repeat(61), null, "Use at most 60 characters."],
    [" stale ", null, "You already have a view with this name."],
    ["STALE", "Stale", null],
    ["pending", "Stale", "You already have a view with this name."],
  ])("%j of the view %j: %j", (name, current, problem) => {
    expect(nameProblem([stale, pending], name, current)).toBe(problem);
  });
});

test("Views are added at the end, renamed in their place, and removed by name", () => {
  const mine = { name: "Mine", query: "" };
  expect(addView([stale, pending], mine)).toEqual([stale, pending, mine]);
  expect(renameView([stale, pending], "Stale", "Quiet")).toEqual([
    { name: "Quiet", query: "standing=stale" },
    pending,
  ]);
  expect(removeView([stale, pending], "Stale")).toEqual([pending]);
});
