import type { Licence } from "../../state/tenant.ts";
import { definitionsPath, ReviewBed } from "./review-bed.ts";

/** Tries to make a review in an organization of its own, and says what became of it. */
export async function attempt(
  given: (bed: ReviewBed) => Record<string, unknown>,
  licence: Licence = "governance",
) {
  const bed = new ReviewBed();
  bed.tenant.licence = licence;
  const body = bed.body(given(bed));
  const response = await bed.post(definitionsPath, body, { as: bed.governor });
  const text = await response.text();
  return { bed, status: response.status, text };
}
