import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { OperationState } from "@/lib/runner/run";
import type { QueuedAnswer } from "./answer";
import type { QueueView } from "./answer-queue";
import { SendingLine } from "./sending-status";
import { type Bike, type BikeDecision, someBike } from "./testing/bikes";
import { DONE, REFUSED } from "./testing/queue-fixture";

/** What the queue shows of answers in these states. */
function view(
  states: readonly OperationState[],
  waitingUntil: number | null = null,
): QueueView<Bike, BikeDecision> {
  const answers = states.map((state, index): QueuedAnswer<Bike, BikeDecision> => ({
    item: someBike(`Owner ${index}`),
    decision: "scrap",
    justification: "",
    state,
    operationId: null,
    changedAt: 0,
  }));
  const underWay = states.filter((state) => typeof state === "string").length;
  return {
    answers: new Map(answers.map((answer) => [answer.item.id, answer])),
    underWay,
    busy: underWay > 0,
    waitingUntil,
  };
}

test.each<[string, readonly OperationState[], string]>([
  ["Nothing is said before anything was answered", [], ""],
  ["What is on its way is counted alone", ["waiting", "sending", DONE], "Sending 2 answers"],
  ["What was sent is counted when nothing is on its way", [DONE], "1 answer sent"],
  ["What was not accepted is not counted as sent", [DONE, REFUSED, DONE], "2 answers sent"],
])("%s", (_title, states, words) => {
  render(<SendingLine view={view(states)} />);
  expect(screen.getByRole("status", { name: "Sending" })).toHaveTextContent(words);
  if (words === "") expect(screen.getByRole("status", { name: "Sending" })).toBeEmptyDOMElement();
});

test("How long Graph asks to wait is said while it lasts", () => {
  render(<SendingLine view={view(["sending"], Date.now() + 8_000)} />);
  expect(screen.getByRole("status", { name: "Sending" })).toHaveTextContent(
    "Sending 1 answer: Microsoft Graph asks us to wait 8 s",
  );
});
