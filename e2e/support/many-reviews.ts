import { expect } from "@playwright/test";
import type { Reader } from "./reader.ts";
import { definition, DEFINITIONS, graceAt } from "./reviews.ts";

/** So many are asked for at once. */
const LANES = 8;

/** Makes a review of each of these groups as Grace, outside of the product, all decided by Manuel. */
export async function reviewEach(
  reader: Reader,
  groups: readonly { readonly id: string; readonly displayName: string }[],
): Promise<void> {
  const { grace, headers } = await graceAt(reader);
  const reviewerIds = [reader.tenant.persona("Manuel Ortega").userId];
  const waiting = [...groups];
  const lane = async () => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
      const data = definition({
        name: `Review of ${group.displayName}`,
        groupId: group.id,
        reviewerIds,
      });
      const answer = await grace.page.request.post(DEFINITIONS, { headers, data });
      expect(answer.status()).toBe(201);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await grace.leave();
}
