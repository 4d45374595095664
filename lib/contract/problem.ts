import "./jitless";
import { z } from "zod";

/** How our own API says no: what kind of no, at which field, in one sentence. */
export const problem = z.object({
  kind: z.enum([
    "invalid",
    "unauthenticated",
    "forbidden",
    "conflict",
    "unavailable",
    "too-large",
    "too-many",
  ]),
  message: z.string(),
  /** For example `entries[3].operation.reason`. */
  field: z.string().nullable(),
});

export type Problem = z.infer<typeof problem>;
