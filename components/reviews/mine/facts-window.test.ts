import { expect, test, vi } from "vitest";
import type { GuestRow } from "@/lib/inventory/inventory";
import { someGuest } from "@/lib/inventory/testing/some-guest";
import { FactsWindow } from "./facts-window";

const row = (id: string, explanation: string): GuestRow => ({
  guest: someGuest({ id }),
  standing: { kind: "blocked" },
  explanation,
});

/** A list that has Ada and answers when it is told to. */
function factsFixture() {
  const asked: string[][] = [];
  const answers: (() => void)[] = [];
  let says = "first";
  const facts = new FactsWindow(
    {
      rows: (ids) => {
        asked.push([...ids]);
        return new Promise((resolve) => {
          answers.push(() => {
            resolve(ids.filter((id) => id === "ada").map((id) => row(id, says)));
          });
        });
      },
    },
    console.error,
  );
  const answer = async () => {
    answers.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  const change = (words: string) => {
    says = words;
  };
  return { facts, asked, answer, change };
}

test("Those in view are asked for once; who is not in the list is null, who was not asked undefined", async () => {
  const { facts, asked, answer } = factsFixture();
  facts.look(["ada", "ben"]);
  await answer();
  facts.look(["ada", "ben"]);
  expect(asked).toEqual([["ada", "ben"]]);
  const { of } = facts.view();
  expect([of("ada")?.explanation, of("ben"), of("cleo")]).toEqual(["first", null, undefined]);
});

test("While one question is under way only the latest view waits behind it", async () => {
  const { facts, asked, answer } = factsFixture();
  facts.look(["ada"]);
  facts.look(["ben"]);
  facts.look(["cleo"]);
  await answer();
  expect(asked).toEqual([["ada"], ["cleo"]]);
});

test("When the list has changed, what was known stays until the newer is here", async () => {
  const { facts, asked, answer, change } = factsFixture();
  facts.look(["ada"]);
  await answer();
  vi.useFakeTimers();
  change("second");
  facts.outdated();
  facts.outdated();
  vi.runAllTimers();
  vi.useRealTimers();
  expect(facts.view().of("ada")?.explanation).toBe("first");
  await answer();
  expect(facts.view().of("ada")?.explanation).toBe("second");
  expect(asked).toEqual([["ada"], ["ada"]]);
});
