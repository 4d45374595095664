import type { Graph } from "../graph";
import type { Pace } from "../pace";
import "../jitless";
import { z } from "zod";
import { GUEST_KINDS, guestFilter } from "./guest-filter";
import { SIGN_IN_SCOPES } from "./guest-scopes";
import { SignInPace } from "./sign-in-pace";
import { type Seen, seenFromWire, signInActivityOnWire } from "./sign-ins-on-wire";

export interface GuestSeen extends Seen {
  readonly id: string;
}

const activityOnWire = z.object({ id: z.string(), signInActivity: signInActivityOnWire });

/** With sign-in activity a page holds no more. https://learn.microsoft.com/graph/api/user-list#optional-query-parameters */
const PAGE = 500;

/**
 * When each guest and external member last signed in, page by page, no faster than Graph's small quota. Throws
 * "licence-missing" only after three such answers: licensed tenants were seen to give it at random.
 */
export async function* readSignIns(
  graph: Graph,
  signal?: AbortSignal,
  pace: Pace = new SignInPace(),
): AsyncGenerator<readonly GuestSeen[]> {
  for (const kind of GUEST_KINDS) {
    const pages = graph.pages(
      `/users?$select=id,signInActivity&${guestFilter(kind)}&$top=${PAGE}`,
      {
        scopes: SIGN_IN_SCOPES,
        schema: activityOnWire,
        pace,
        retryOn: ["licence-missing"],
        ...(signal && { signal }),
      },
    );
    for await (const { items } of pages) {
      yield items.map(({ id, signInActivity }) => ({ id, ...seenFromWire(signInActivity) }));
    }
  }
}
