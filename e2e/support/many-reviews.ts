import { reviewOfGroup } from "../../simulator/demo/review-bodies.ts";
import type { Reader } from "./reader.ts";
import { DEFINITIONS } from "./reviews.ts";
import { postingAs } from "./sign-in.ts";

/** How many are created at once. */
const WORKERS = 8;

/** Makes a review of each of these groups as Grace, outside of the product, all decided by Manuel. */
export async function reviewEach(
  reader: Reader,
  groups: readonly { readonly id: string; readonly displayName: string }[],
): Promise<void> {
  const reviewerIds = [reader.tenant.persona("Manuel Ortega").userId];
  const post = await postingAs(reader.tenant, "Grace Okafor");
  const waiting = [...groups];
  const worker = async () => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
      const data = reviewOfGroup({
        name: `Review of ${group.displayName}`,
        groupId: group.id,
        reviewerIds,
      });
      const answer = await post(DEFINITIONS, data);
      if (answer.status !== 201) throw new Error(`No review was made: ${await answer.text()}`);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
}
