import type { EntriesAnswer, EntriesRequest } from "@/lib/contract/entries";
import { ApiError, type ApiErrorKind } from "@/lib/queries/api-error";
import type { Doors } from "./doors";
import { pause } from "./pause";

export type Appended =
  | {
      readonly kind: "appended";
      readonly answer: EntriesAnswer;
      /** How often it was asked for; from the second time on a repeated entry may be our own. */
      readonly tries: number;
    }
  | { readonly kind: "not-appended"; readonly because: ApiErrorKind };

/** Appends, asking again with the same ids while the ledger does not answer: the same entry is never two. */
export async function appendPatiently(
  request: EntriesRequest,
  doors: Pick<Doors, "append" | "clock">,
  waits: readonly number[],
): Promise<Appended> {
  for (let tries = 1; ; tries += 1) {
    try {
      return { kind: "appended", answer: await doors.append(request), tries };
    } catch (error) {
      const because = error instanceof ApiError ? error.kind : "no-answer";
      const wait = waits[tries - 1];
      if (wait === undefined || !mayPass(because)) return { kind: "not-appended", because };
      await pause(doors.clock, wait);
    }
  }
}

/** Whether the same request may succeed later. */
function mayPass(kind: ApiErrorKind): boolean {
  switch (kind) {
    case "no-answer":
    case "unavailable":
      return true;
    case "invalid":
    case "unauthenticated":
    case "forbidden":
    case "conflict":
    case "too-large":
    case "sign-in-needed":
    case "malformed":
      return false;
  }
}
