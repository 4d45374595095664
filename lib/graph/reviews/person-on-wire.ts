import type { ReviewPerson } from "@/lib/domain/reviews/review";
import "../jitless";
import { z } from "zod";

/** https://learn.microsoft.com/graph/api/resources/useridentity */
export const personOnWire = z.object({
  id: z.string().nullish(),
  displayName: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

/** The id that Graph writes for nobody. */
const NOBODY = /^[0-]*$/;

/** A person of a review; null where Graph names nobody. */
export function personFromWire(
  wire: z.infer<typeof personOnWire> | null | undefined,
): ReviewPerson | null {
  const id = wire?.id ?? "";
  if (NOBODY.test(id)) return null;
  return {
    id,
    displayName: textOrNull(wire?.displayName),
    userPrincipalName: textOrNull(wire?.userPrincipalName),
  };
}

/** A non-empty text. Graph writes "" where there is none. */
export function textOrNull(text: string | null | undefined): string | null {
  return text === undefined || text === null || text === "" ? null : text;
}
