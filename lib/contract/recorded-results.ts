import { id } from "./id";
import "./jitless";
import { z } from "zod";

/** Most reviews that one request may ask about: more would not fit into an address. */
const REVIEWS_MAX = 100;

/** GET /api/recorded-results: of which instances of these reviews there are results in the history. */
export const recordedResultsRequest = z.strictObject({
  /** Ids with commas between them. */
  reviews: z
    .string()
    .transform((ids) => ids.split(","))
    .pipe(z.array(id).max(REVIEWS_MAX)),
});

export const recordedResultsAnswer = z.object({
  instances: z.array(
    z.object({
      reviewId: z.string(),
      instanceId: z.string(),
      /** How many items have a recorded result, each counted once. */
      items: z.number().int(),
    }),
  ),
});

export type RecordedResultsAnswer = z.infer<typeof recordedResultsAnswer>;
