import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { bikeInbox, memoryStorage, someBike } from "./testing/bikes";
import { queueFixture } from "./testing/queue-fixture";
import { UnsentAnswers } from "./use-answer-queue";
import { UnsentAnswersNotice } from "./unsent-answers-notice";

const owner = { tenantId: "tenant", homeAccountId: "manuel" };
const bikes = [someBike("Ada"), someBike("Ben"), someBike("Eve", { shop: "quay" })];

/** The page of the harbor, after an earlier one left an answer about the bike of each of these owners. */
function openAfter(...owners: readonly string[]) {
  const tab = memoryStorage();
  tab.save(
    owner,
    bikes
      .filter((bike) => owners.includes(bike.owner))
      .map(({ id, shop }) => ({ group: shop, itemId: id, decision: "scrap", justification: "" })),
  );
  const { queue } = queueFixture();
  const harbor = bikes.filter(({ shop }) => shop === "harbor");
  render(
    <UnsentAnswersNotice
      items={harbor}
      group="harbor"
      unsent={new UnsentAnswers(bikeInbox(tab), owner)}
      queue={queue}
      place="the workshop"
    />,
  );
  const saved = () => (tab.saved.get("manuel") ?? []).map(({ itemId }) => itemId);
  const answeredIds = () => [...queue.view().answers.keys()];
  return { user: userEvent.setup(), saved, answeredIds };
}

test("Answers of an earlier page are offered, and sent when somebody says so", async () => {
  const { user, saved, answeredIds } = openAfter("Ada", "Ben", "Eve");
  expect(screen.getByText("2 answers were not sent before you left")).toBeInTheDocument();
  expect(answeredIds()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Send now" }));
  expect(answeredIds()).toEqual(["bike-Ada", "bike-Ben"]);
  expect(screen.queryByText(/before you left/)).toBeNull();
  expect(saved(), "those of another group stay").toEqual(["bike-Eve"]);
});

test("They can be discarded, and are not sent then", async () => {
  const { user, saved, answeredIds } = openAfter("Ada");
  expect(screen.getByText("1 answer was not sent before you left")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Discard" }));
  expect([answeredIds(), saved()]).toEqual([[], []]);
  expect(screen.queryByText(/before you left/)).toBeNull();
});

test("Nothing is said where an earlier page left none of this group", () => {
  openAfter("Eve");
  expect(screen.queryByText(/before you left/)).toBeNull();
});
