import { expect, type Locator } from "@playwright/test";
import { type ReviewOfGroup, reviewOfGroup } from "../../simulator/demo/review-bodies.ts";
import { SIMULATOR } from "./origins.ts";
import type { Reader } from "./reader.ts";
import { postingAs } from "./sign-in.ts";

/** A review that asks for a justification where an access is approved. */
export const JUSTIFIED = { settings: { justificationRequiredOnApproval: true } };

export interface MadeReview {
  readonly reviewId: string;
  readonly instanceId: string;
  /** Where its reviewers decide. */
  readonly path: string;
}

export const DEFINITIONS = `${SIMULATOR}/v1.0/identityGovernance/accessReviews/definitions`;

/** Makes reviews of groups as Grace, outside of the product; each begins at once. */
export async function makeReviews(
  reader: Reader,
  ...reviews: readonly ReviewOfGroup[]
): Promise<MadeReview[]> {
  const post = await postingAs(reader.tenant, "Grace Okafor");
  const made: MadeReview[] = [];
  for (const each of reviews) {
    const answer = await post(DEFINITIONS, reviewOfGroup(each));
    if (answer.status !== 201) throw new Error(`No review was made: ${await answer.text()}`);
    const { id } = (await answer.json()) as { id: string };
    const seen = (await reader.tenant.reviews()).find((review) => review.id === id);
    const instanceId = seen?.instances[0]?.id ?? "";
    const path = `/reviews/mine?review=${id}&instance=${instanceId}`;
    made.push({ reviewId: id, instanceId, path });
  }
  return made;
}

/** Ends an instance as Grace, outside of the product. */
export async function stopInstance(reader: Reader, review: MadeReview): Promise<void> {
  const path = `${DEFINITIONS}/${review.reviewId}/instances/${review.instanceId}/stop`;
  const post = await postingAs(reader.tenant, "Grace Okafor");
  const answer = await post(path);
  if (answer.status !== 204) throw new Error(`It did not end: ${await answer.text()}`);
}

/** What the directory has of a review's first instance, by the name of who is reviewed. */
export async function decisionsOf(
  reader: Reader,
  { reviewId }: MadeReview,
): Promise<Record<string, { decision: string; justification: string; reviewedBy: string | null }>> {
  const review = (await reader.tenant.reviews()).find(({ id }) => id === reviewId);
  const decisions = review?.instances[0]?.decisions ?? [];
  return Object.fromEntries(
    decisions.map(({ principal, decision, justification, reviewedBy }) => [
      principal ?? "",
      { decision, justification, reviewedBy },
    ]),
  );
}

/** Four guests of one group, and when each was here last. */
export const GUESTS_OF_PARTNER = {
  "Ada of Partner": "200 days ago",
  "Ben of Partner": "2 days ago",
  "Cleo of Partner": "never",
  "Dan of Partner": "100 days ago",
};

/** Makes a group of these guests, by name and last sign-in, and a review of it in which Manuel decides. */
export async function reviewForManuel(
  reader: Reader,
  guests: Readonly<Record<string, string>>,
  overrides: Partial<Omit<ReviewOfGroup, "groupId">> = {},
): Promise<MadeReview> {
  const { tenant } = reader;
  for (const [name, lastSeen] of Object.entries(guests)) {
    const sponsors = [tenant.persona("Ivan Petrov").username];
    await tenant.addGuest({ name, lastSeen, sponsors, groups: ["Quay project"] });
  }
  const group = (await tenant.groups()).find(({ displayName }) => displayName === "Quay project");
  const [review] = await makeReviews(reader, {
    name: "Quarterly guest review",
    reviewerIds: [tenant.persona("Manuel Ortega").userId],
    ...overrides,
    groupId: group?.id ?? "",
  });
  if (review === undefined) throw new Error("No review was made");
  return review;
}

/** The list of what a reviewer decides, and its rows. */
export const items = (reader: Reader): Locator => reader.grid("Items");

export const itemRow = (reader: Reader, name: string): Locator =>
  items(reader).getByRole("row").filter({ hasText: name });

/** The item that is looked at, beside the list. */
export const itemBeside = (reader: Reader): Locator =>
  reader.page.getByRole("complementary", { name: "Item" });

/** Goes to an item by the pointer, so that the keys of the list work. */
export async function goToItem(reader: Reader, name: string): Promise<void> {
  await items(reader).getByRole("gridcell", { name, exact: true }).click();
  await expect(itemBeside(reader).getByRole("heading", { level: 2, name })).toBeVisible();
}

/** Whether the focus is on the name of this item in the list. */
export async function isAt(reader: Reader, name: string): Promise<void> {
  await expect(items(reader).getByRole("gridcell", { name, exact: true })).toBeFocused();
}
