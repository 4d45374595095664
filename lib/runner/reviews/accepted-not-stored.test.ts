import { expect, test } from "vitest";
import { ReviewFixture } from "../testing/review-fixture";

const BEFORE = {
  displayName: "Partners",
  settings: { instanceDurationInDays: 14, reminderNotificationsEnabled: true },
};
const WANTED = {
  displayName: "Partners",
  settings: { instanceDurationInDays: 7, reminderNotificationsEnabled: false },
};

/** Microsoft answers 204 to a change, and stores this of it. */
async function accepted(stored: object) {
  const fixture = new ReviewFixture();
  const review = fixture.reviews.addReview(BEFORE);
  const send = fixture.reviews.send.bind(fixture.reviews);
  fixture.reviews.send = (write) => send({ ...write, body: stored });
  return await fixture.runOne(fixture.on(review, "change-review", WANTED));
}

test("A change that was accepted and stored is done", async () => {
  const { outcome } = await accepted(WANTED);
  expect(outcome).toMatchObject({ result: "done", evidence: "observed" });
});

test("A change that was accepted and not stored is not called done, and names what is missing", async () => {
  const { outcome } = await accepted(BEFORE);
  expect(outcome?.result).toBe("unknown");
  expect(outcome?.detail).toBe(
    "Microsoft accepted it, but the directory does not show days that an instance lasts, reminders: check again later.",
  );
});

test("A change of which half is stored is not called done, and names the other half", async () => {
  const { settings } = WANTED;
  const half = { ...WANTED, settings: { ...settings, reminderNotificationsEnabled: true } };
  const { outcome } = await accepted(half);
  expect(outcome?.result).toBe("unknown");
  expect(outcome?.detail).toContain("does not show reminders: check again later.");
});

test("A series that has ended is not changed, and nothing is sent", async () => {
  const fixture = new ReviewFixture();
  const review = fixture.reviews.addReview(BEFORE);
  review.status = "Completed";
  const { outcome } = await fixture.runOne(fixture.on(review, "change-review", WANTED));
  expect(outcome).toMatchObject({ result: "refused" });
  expect(outcome?.detail).toContain("The series has ended");
  expect(fixture.reviews.writes).toEqual([]);
});
