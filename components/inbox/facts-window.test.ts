import { expect, test, vi } from "vitest";
import { FactsWindow } from "./facts-window";

/** A list that has Ada and answers when it is told to. */
function factsFixture() {
  const reads: string[][] = [];
  const answers: (() => void)[] = [];
  let text = "first";
  const facts = new FactsWindow<string>((ids) => {
    reads.push([...ids]);
    return new Promise((resolve) => {
      answers.push(() => {
        resolve(new Map(ids.filter((id) => id === "ada").map((id) => [id, text])));
      });
    });
  }, console.error);
  const answer = async () => {
    answers.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  const change = (words: string) => {
    text = words;
  };
  return { facts, reads, answer, change };
}

test("Those in view are read once; who is not in the list is null, who was not read undefined", async () => {
  const { facts, reads, answer } = factsFixture();
  facts.show(["ada", "ben"]);
  await answer();
  facts.show(["ada", "ben"]);
  expect(reads).toEqual([["ada", "ben"]]);
  const { of } = facts.view();
  expect([of("ada"), of("ben"), of("cleo")]).toEqual(["first", null, undefined]);
});

test("While one reading is under way only the latest view waits behind it", async () => {
  const { facts, reads, answer } = factsFixture();
  facts.show(["ada"]);
  facts.show(["ben"]);
  facts.show(["cleo"]);
  await answer();
  expect(reads).toEqual([["ada"], ["cleo"]]);
});

test("When the list has changed, what was known stays until the newer is here", async () => {
  const { facts, reads, answer, change } = factsFixture();
  facts.show(["ada"]);
  await answer();
  vi.useFakeTimers();
  change("second");
  facts.outdated();
  facts.outdated();
  vi.runAllTimers();
  vi.useRealTimers();
  expect(facts.view().of("ada")).toBe("first");
  await answer();
  expect(facts.view().of("ada")).toBe("second");
  expect(reads).toEqual([["ada"], ["ada"]]);
});
