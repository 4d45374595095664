import { describe, expect, test } from "vitest";
import { exceptionsOf, questionOf, withException } from "./exceptions";
import type { PreflightProblem } from "./preflight";
import { runPreflight } from "./testing/run-preflight";
import { someDraft } from "./testing/some-draft";

const plain = { id: "licence", blocks: true, says: "A licence is missing.", groupIds: [] };
const problem = (part: Partial<PreflightProblem>): PreflightProblem => ({
  ...plain,
  ...{ id: "protected", exception: true, says: "One may lose access." },
  ...part,
});

describe("What an exception is asked for", () => {
  const found = {
    ...runPreflight(someDraft(), []),
    blocking: [problem({}), plain],
  };

  test("is what stands against the review and may be overridden", () => {
    const exceptions = exceptionsOf({ found, error: null }, someDraft());
    expect(exceptions.map(({ id }) => id)).toEqual(["protected"]);
  });

  test("is anybody where nobody could look and the review takes access by itself", () => {
    const failed = { found: null, error: new Error("away") };
    expect(exceptionsOf(failed, someDraft()).map(({ id }) => id)).toEqual(["not-checked"]);
    expect(exceptionsOf(failed, someDraft({ consequence: { autoApply: false } }))).toEqual([]);
  });

  test("is nothing while it is being checked", () => {
    expect(exceptionsOf({ found: null, error: null }, someDraft())).toEqual([]);
  });

  test("is another question for other accounts", () => {
    const [ada, ben] = ["ada", "ben"].map((id) => questionOf([problem({ accountIds: [id] })]));
    expect(ada).not.toBe(ben);
  });
});

describe("A reason with an exception", () => {
  test("names the accounts, five at most", () => {
    const ids = ["a", "b", "c", "d", "e", "f", "g"];
    expect(withException("Agreed", " They left ", [problem({ accountIds: ids })])).toBe(
      "Agreed (exception for protected accounts a, b, c, d, e and 2 more: They left)",
    );
  });

  test("names nobody where nobody could look", () => {
    expect(withException("Agreed", "Urgent", [problem({})])).toBe(
      "Agreed (exception for protected accounts: Urgent)",
    );
  });
});
