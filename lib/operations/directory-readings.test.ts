import { expect, test } from "vitest";
import { ReviewFixture } from "@/lib/runner/testing/review-fixture";
import { DirectoryReadings } from "./directory-readings";
import { NO_TARGET } from "./request-target";

test("Reviews that came up while a plan ran count for what is put into their group later", async () => {
  const fixture = new ReviewFixture();
  const { clock, reviews, services } = fixture;
  const group = reviews.addGroup();
  const target = { ...NO_TARGET, group: group.id };
  const readings = new DirectoryReadings(services, []);
  const beganAt = clock.now();
  expect(await readings.losesMembersAutomatically(target, beganAt)).toBe(false);
  reviews.addReview({
    scope: {
      query: `/groups/${group.id}/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Guest')`,
      queryType: "MicrosoftGraph",
    },
    settings: {
      autoApplyDecisionsEnabled: true,
      defaultDecisionEnabled: true,
      defaultDecision: "Deny",
    },
  });
  await clock.drive(clock.sleep(60_000));
  // Nobody needs a newer reading than that.
  expect(await readings.losesMembersAutomatically(target, beganAt)).toBe(false);
  expect(await readings.losesMembersAutomatically(target, clock.now())).toBe(true);
});
