import { expect, test } from "vitest";
import {
  evidenceOfSteps,
  type Evidence,
  type Outcome,
  type Result,
  resultOfSteps,
} from "./outcome";

const outcome = ([result, evidence]: readonly [Result, Evidence]): Outcome => ({
  ...{ result, evidence, detail: null, requestId: null },
});

type Said = readonly [Result, Evidence];

test.each<[string, readonly [Said, ...Said[]], Said]>([
  [
    "what is done wholly is known no better than its weakest step",
    [
      ["done", "observed"],
      ["done", "reported"],
    ],
    ["done", "reported"],
  ],
  [
    "what is partly done is known no better than its weakest step",
    [
      ["done", "reported"],
      ["failed", "observed"],
    ],
    ["partly-done", "reported"],
  ],
  [
    "where the first step was not done, nothing else counts",
    [
      ["refused", "observed"],
      ["done", "reported"],
    ],
    ["refused", "observed"],
  ],
  [
    "where the first step was already done, what is missing says it all",
    [
      ["already-so", "reported"],
      ["done", "reported"],
      ["refused", "observed"],
    ],
    ["refused", "observed"],
  ],
  [
    "what was already so wholly is known no better than its weakest step",
    [
      ["already-so", "observed"],
      ["done", "reported"],
    ],
    ["already-so", "reported"],
  ],
])("Of several steps, %s", (_, [first, ...later], whole) => {
  const steps = [outcome(first), ...later.map(outcome)] as const;
  expect([resultOfSteps(steps), evidenceOfSteps(steps)]).toEqual(whole);
});
