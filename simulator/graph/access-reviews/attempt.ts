import type { Licence } from "../../state/tenant.ts";
import { definitionsPath, ReviewFixture } from "./review-fixture.ts";

/** Tries to create a review in a new organization and returns the answer. */
export async function attempt(
  makeBody: (fixture: ReviewFixture) => Record<string, unknown>,
  licence: Licence = "governance",
) {
  const fixture = new ReviewFixture();
  fixture.tenant.licence = licence;
  const body = fixture.body(makeBody(fixture));
  const response = await fixture.post(definitionsPath, body, { as: fixture.governor });
  const text = await response.text();
  return { fixture, status: response.status, text };
}
