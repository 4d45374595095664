import { expect, test } from "vitest";
import { openBegunPlans } from "./begun-plans";

function storage(text: string | null = null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
    kept: () => kept,
  };
}

test("a plan begins once; after a reload it is known to have begun", () => {
  const kept = storage();
  const page = openBegunPlans(kept);
  expect(page.begins("one")).toBe(false);
  expect(page.begins("one")).toBe(true);
  const reloaded = openBegunPlans(kept);
  expect(reloaded.begins("one")).toBe(true);
  expect(reloaded.begins("two")).toBe(false);
});

test.each(["nonsense", "{}", "[1]"])("%j is not believed", (text) => {
  expect(openBegunPlans(storage(text)).begins("one")).toBe(false);
});

test("only the last plans are remembered, and a full storage stops nothing", () => {
  const kept = storage();
  const page = openBegunPlans(kept);
  for (let plan = 0; plan < 300; plan += 1) page.begins(`plan-${plan}`);
  expect(JSON.parse(kept.kept() ?? "[]")).toHaveLength(200);
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  expect(openBegunPlans(full).begins("one")).toBe(false);
});
