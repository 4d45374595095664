import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { OperationState } from "@/lib/runner/run";
import type { GivenAnswer } from "./answer";
import type { QueueView } from "./answer-queue";
import { SendingLine } from "./sending-status";
import { someItem } from "./testing/some-item";
import { DONE, REFUSED } from "./testing/queue-fixture";

/** What the queue shows of answers in these states. */
function view(states: readonly OperationState[], waitingUntil: number | null = null): QueueView {
  const answers = states.map((state, index): GivenAnswer => ({
    item: someItem(`Guest ${index}`),
    verdict: "Deny",
    justification: "",
    state,
    operationId: null,
    at: 0,
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
  ["What is on its way is counted alone", ["waiting", "sending", DONE], "2 answers on the way"],
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
    "1 answer on the way: Microsoft Graph asks us to wait 8 s",
  );
});
