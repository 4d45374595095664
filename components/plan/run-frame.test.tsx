import { Dialog, DialogSurface, FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { notAttempted } from "@/lib/operations/outcomes";
import type { OperationState, RunSnapshot, Stopped } from "@/lib/runner/run";
import type { Outcome } from "@/lib/domain/outcome";
import { RunFrame } from "./run-frame";

const outcome = (result: Outcome["result"], detail: string | null = null): Outcome => ({
  result,
  evidence: "observed",
  detail,
  requestId: null,
});

/** A run of one guest for each state, named by its number. */
function snapshotOf(
  states: readonly OperationState[],
  more: Partial<RunSnapshot> = {},
): RunSnapshot {
  return {
    planId: "plan",
    total: states.length,
    finished: states.filter((state) => typeof state !== "string").length,
    states: new Map(states.map((state, index) => [`${index}`, state])),
    waitingUntil: null,
    perSecond: 0,
    unsaved: 0,
    result: null,
    ...more,
  };
}

const endedBy = (stopped: Stopped | null) => ({ result: { results: [], stopped } });

function show(snapshot: RunSnapshot, onStop = vi.fn(), onClose = vi.fn()) {
  const operations = [...snapshot.states.keys()].map((id) => ({
    id,
    key: id,
    name: `Guest ${id}`,
  }));
  render(
    <FluentProvider theme={webLightTheme}>
      <Dialog open>
        <DialogSurface>
          <RunFrame
            title="Block"
            operations={operations}
            snapshot={snapshot}
            onStop={onStop}
            onClose={onClose}
          >
            <button type="button">What can be done</button>
          </RunFrame>
        </DialogSurface>
      </Dialog>
    </FluentProvider>,
  );
  return { user: userEvent.setup(), onStop, onClose };
}

const lines = () => screen.getAllByRole("listitem").map(({ textContent }) => textContent);

test.each<readonly [OperationState, string]>([
  ["waiting", "Queued"],
  ["recorded", "Queued"],
  ["sending", "Sending"],
  [outcome("done"), "Done"],
  [outcome("already-so"), "Already done"],
  [outcome("unknown"), "Unknown: sent, not confirmed"],
  [
    outcome("failed", "The directory does not show the change."),
    "Failed The directory does not show the change.",
  ],
  [
    outcome("refused", "The account is a member, and members are never changed."),
    "Refused The account is a member, and members are never changed.",
  ],
  [notAttempted("the run was stopped"), "Not sent The run was stopped."],
  [
    { stopped: { kind: "history-refused", message: "It has been taken back already." } },
    "Not sent The history does not take it: It has been taken back already.",
  ],
])("Of a guest whose operation is %j the list says it in words", (state, words) => {
  show(snapshotOf([state]));
  expect(lines()).toEqual([`Guest 0${words}`]);
});

test("What did not go well comes first, then what is under way, then what was done", () => {
  show(snapshotOf([outcome("done"), "sending", outcome("refused"), outcome("unknown")]));
  expect(lines().map((line) => line.slice(0, 7))).toEqual([
    "Guest 2",
    "Guest 3",
    "Guest 1",
    "Guest 0",
  ]);
});

test("What a stopped run never came to is not sent, and not waiting for ever", () => {
  const states = ["waiting", notAttempted("the run was stopped"), outcome("failed")] as const;
  show(snapshotOf(states, endedBy({ kind: "asked" })));
  expect(lines()).toEqual([
    "Guest 2Failed",
    "Guest 0Not sent",
    "Guest 1Not sent The run was stopped.",
  ]);
});

test("Of a plan that runs elsewhere it is only said that nothing was sent from here", () => {
  show(snapshotOf(["waiting"], endedBy({ kind: "already-running" })));
  expect(lines()).toEqual(["Guest 0Not sent from here"]);
});

const SCOPE = "User.EnableDisableAccount.All";

test.each<readonly [Stopped, readonly string[]]>([
  [{ kind: "asked" }, ["You stopped the run.", "What was not sent has no effect."]],
  [{ kind: "ledger-unavailable" }, ["The history cannot be written, so nothing more was sent."]],
  [
    { kind: "role-missing" },
    [
      "Microsoft Graph refused",
      "Nothing more was sent.",
      "Ask a User Administrator, or activate the role.",
    ],
  ],
  [{ kind: "refused" }, ["Microsoft Graph refused several in a row, so nothing more was sent."]],
  [{ kind: "asked-to-wait", seconds: 7_200 }, ["asked to wait 120 minutes"]],
  [{ kind: "already-running" }, ["This plan is being carried out already", "Nothing was sent"]],
  [
    { kind: "lease-lost" },
    ["somebody else may have taken this plan over", "look into the history"],
  ],
  [{ kind: "history-sign-in" }, ["Your sign-in to Guestlist has ended", "Sign in again."]],
  [{ kind: "history-forbidden" }, ["You need the app role Governance.Operator"]],
  [
    { kind: "history-refused", message: "The body is larger than 1 MiB." },
    [
      "The history does not take this plan: The body is larger than 1 MiB.",
      "Nothing more was sent.",
    ],
  ],
  [
    { kind: "consent-missing", scopes: [SCOPE] },
    [`Consent to ${SCOPE} is missing.`, "Nothing more was sent."],
  ],
  [
    { kind: "sign-in-needed", scopes: [SCOPE], claims: null },
    ["Microsoft asks you to sign in again.", "Nothing more was sent."],
  ],
])("A run that ended by %j says why and what to try", (stopped, sentences) => {
  show(snapshotOf([outcome("failed")], endedBy(stopped)));
  const said = document.body.textContent;
  for (const sentence of sentences) expect(said).toContain(sentence);
});

test("While a run waits for Graph, it says for how long, and Stop ends it without closing it", async () => {
  const waiting = snapshotOf([outcome("done"), "recorded"], { waitingUntil: Date.now() + 40_000 });
  const { user, onStop, onClose } = show(waiting);
  expect(screen.getByText(/1 of 2.*Microsoft Graph asks us to wait (39|40) s/)).toBeDefined();
  expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Stop" }));
  expect(onStop).toHaveBeenCalledOnce();
  expect(onClose).not.toHaveBeenCalled();
  const stopping = screen.getByRole("button", { name: "Stopping …" });
  expect(stopping.getAttribute("aria-disabled")).toBe("true");
  expect(document.body.textContent).toContain("Nothing more is sent.");
  await user.click(stopping);
  expect(onStop).toHaveBeenCalledOnce();
});

test("A run that takes long says about how long it still takes", () => {
  const states = Array.from({ length: 1_200 }, () => "waiting" as const);
  show(snapshotOf(states, { perSecond: 10 }));
  expect(screen.getByText(/0 of 1,200, 10\.0 a second, about 2 minutes left/)).toBeInTheDocument();
});

test("A run that is over offers what can be done about it, and Close in the place of Stop", async () => {
  const { user, onClose } = show(snapshotOf([outcome("done")], endedBy(null)));
  expect(screen.getByRole("button", { name: "What can be done" })).toBeDefined();
  expect(screen.queryByRole("button", { name: /^Stop/ })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Close" }));
  expect(onClose).toHaveBeenCalledOnce();
});
