import { expect, test } from "vitest";
import { faultOf } from "./judge-tasks.ts";

const short = Array<number>(110).fill(20);

test.each([
  ["only short tasks", short, null],
  ["one task in a hundred that is longer", [120, ...short], null],
  ["two tasks in a hundred that are longer", [60, 55, ...short], /a task of 55\.0 ms/],
  ["one longer task of few", [60, 20, 20], /a task of 60\.0 ms/],
  [
    "many tasks that do next to nothing beside a long one",
    [60, ...Array<number>(500).fill(0.5)],
    /60\.0/,
  ],
  [
    "a freeze among many short tasks",
    [2_000, ...short],
    /a single task of 2000\.0 ms, .* 150\.0 ms/,
  ],
  ["no task at all", [], /no task of the main thread was seen/],
])("Held to 50 ms, %s", (_, tasks, fault) => {
  if (fault === null) expect(faultOf(tasks, 50)).toBeNull();
  else expect(faultOf(tasks, 50)).toMatch(fault);
});
