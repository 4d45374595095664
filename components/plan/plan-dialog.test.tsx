import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ReviewFixture } from "@/lib/runner/testing/review-fixture";
import * as acting from "@/lib/services/use-runner-services";
import * as reading from "@/lib/services/services";
import type { Ended } from "./operation-outcomes";
import { PlanDialog } from "./plan-dialog";
import * as permission from "@/components/plan/use-may-execute";

let fixture = new ReviewFixture();
// The directory, the ledger and the clock of a run are in memory; what the person may do is tested elsewhere.
beforeEach(() => {
  fixture = new ReviewFixture();
  vi.spyOn(acting, "useRunnerServices").mockImplementation(() => fixture.services);
  vi.spyOn(reading, "useServices").mockReturnValue({
    me: { tenantId: "tenant", homeAccountId: "grace" },
    hasConsent: () => Promise.resolve(true),
  } as never);
  vi.spyOn(permission, "useMayExecute").mockReturnValue(() => null);
});
afterEach(() => {
  vi.restoreAllMocks();
});

vi.setConfig({ testTimeout: 60_000 });

const REASON = "Agreed for every quarter";

/** Opens the dialog for the creation of one review, and gives the reason. */
async function askToCreate() {
  const user = userEvent.setup();
  const plan = fixture.plan(fixture.create("Quarterly"));
  const ended: (readonly Ended[])[] = [];
  render(
    <QueryClientProvider client={new QueryClient()}>
      <FluentProvider theme={webLightTheme}>
        <PlanDialog
          open
          title="Create review"
          plan={(reason) => ({ ...plan, reason })}
          onClose={(_ran, _result, all) => {
            ended.push(all);
          }}
        >
          What would be done
        </PlanDialog>
      </FluentProvider>
    </QueryClientProvider>,
  );
  await user.type(screen.getByRole("textbox", { name: "Reason" }), REASON);
  const press = (name: string) => user.click(screen.getByRole("button", { name }));
  return { user, press, ended };
}

/** Lets the run's own time pass until the dialog says something. */
const says = (words: string | RegExp) => fixture.clock.drive(screen.findByText(words));
const outcomes = () => screen.getByRole("list", { name: "Outcomes" }).textContent;

/** Loses the answer to the request, applied or not, and gives back the moment at which it was sent. */
function loseAnswer(applied: boolean): Promise<void> {
  return new Promise((resolve) => {
    fixture.reviews.fateOf = () => {
      resolve();
      return { kind: "no-answer", applied };
    };
  });
}

test("What got no answer and is not found is unknown: it is said what will tell, and it is not sent again", async () => {
  const { press } = await askToCreate();
  const sent = loseAnswer(false);
  await press("Create review");
  await fixture.clock.drive(sent);
  await screen.findByText("Unknown: sent, not confirmed");
  await says(/The directory does not show it: not applied, or undone since/);
  expect(outcomes()).toContain("Entra's audit log tells within minutes");
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  expect(fixture.reviews.writes).toHaveLength(1);
});

test("What failed can be tried again with the same reason", async () => {
  const { press } = await askToCreate();
  fixture.reviews.fateOf = () => ({ kind: "bad-request", applied: false });
  await press("Create review");
  await says(/^Failed/);
  expect(outcomes()).toContain("The review was not created.");
  fixture.reviews.fateOf = () => "well";
  await press("Try again");
  expect(screen.getByRole("textbox", { name: "Reason" })).toHaveValue(REASON);
  await press("Create review");
  await says("Done");
  expect(fixture.reviews.reviews.size).toBe(1);
  const [first, second] = fixture.ledger.operations();
  expect(second?.id).not.toBe(first?.id);
});

test("A refusal is shown in Graph's words, with what was not done, and closing tells of it", async () => {
  const { press, ended } = await askToCreate();
  fixture.reviews.fateOf = () => ({ kind: "licence-missing", applied: false });
  await press("Create review");
  await says("The review was not created.");
  expect(outcomes()).toMatch(/The review was not created\..*as the test wished/);
  expect(screen.getByRole("heading", { name: "The review was not created." })).toBeInTheDocument();
  await press("Close");
  expect(ended.flat().map(({ result }) => result.outcome?.result)).toEqual(["failed"]);
  expect(fixture.reviews.reviews.size).toBe(0);
});

test("While the history cannot be written, nothing is sent, and the dialog says so", async () => {
  const { press } = await askToCreate();
  fixture.ledger.fateOf = () => "down";
  await press("Create review");
  await says(/^The history cannot be written, so nothing more was sent\./);
  expect(fixture.reviews.writes).toEqual([]);
});

test("Stopping while the answer is not known leaves it unknown, and offers no second try", async () => {
  const { press, ended } = await askToCreate();
  const sent = loseAnswer(true);
  fixture.reviews.lagMilliseconds = 50_000;
  await press("Create review");
  await fixture.clock.drive(sent);
  await screen.findByText("Unknown: sent, not confirmed");
  await press("Stop");
  await says("Unknown");
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  await press("Close");
  expect(ended.flat().map(({ result }) => result.outcome?.result)).toEqual(["unknown"]);
  expect(fixture.reviews.writes).toHaveLength(1);
});
