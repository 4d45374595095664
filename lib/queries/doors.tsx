"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { openGraphLater } from "@/lib/graph/open-graph-later";
import type { Graph } from "@/lib/graph/graph";
import type { LendToken } from "@/lib/graph/middleware/lent-token";
import { useSession } from "@/lib/identity/session";
import type { SignedInAccount, SignedInSession } from "@/lib/identity/session-state";
import { SignInNeeded } from "@/lib/identity/sign-in-needed";
import type { PublicSettings } from "@/lib/identity/settings";
import { type CallApi, openApi } from "./api";
import { graphScopes } from "./graph-scopes";

/** What a signed-in person's tab reads and writes through. */
export interface ReadingDoors {
  readonly graph: Graph;
  readonly api: CallApi;
  readonly me: SignedInAccount;
  /** Leaves the page for consent or to sign in again, and comes back to the same address. */
  readonly ask: SignedInSession["ask"];
  /** A token of Graph for these permissions; throws where a person is needed. */
  readonly lendToken: LendToken;
  /** Whether a token for these permissions of Graph can be had without asking the person. */
  readonly hasConsent: (scopes: readonly string[]) => Promise<boolean>;
}

const DoorsContext = createContext<ReadingDoors | null>(null);

/** Opens the doors of whoever is signed in to everything below it; belongs inside the sign-in gate. */
export function DoorsProvider(props: {
  readonly settings: Pick<PublicSettings, "graphRoot" | "apiScope">;
  readonly children: ReactNode;
}) {
  const session = useSession();
  const { graphRoot, apiScope } = props.settings;
  const doors = useMemo(
    () => (session.state === "signed-in" ? openDoors(session, graphRoot, apiScope) : null),
    [session, graphRoot, apiScope],
  );
  return <DoorsContext value={doors}>{props.children}</DoorsContext>;
}

/** The doors of the person who is signed in; throws where nobody is. */
export function useDoors(): ReadingDoors {
  const doors = useContext(DoorsContext);
  if (doors === null) throw new TypeError("Nobody is signed in here.");
  return doors;
}

function openDoors(session: SignedInSession, graphRoot: string, apiScope: string): ReadingDoors {
  const lendToken: LendToken = (scopes, claims) =>
    session.tokenFor(graphScopes(scopes, graphRoot), claims);
  return {
    graph: openGraphLater({ root: graphRoot, token: lendToken }),
    lendToken,
    api: openApi({ token: async () => session.tokenFor([apiScope]) }),
    me: session.account,
    ask: (scopes, claims) => {
      session.ask(graphScopes(scopes, graphRoot), claims);
    },
    hasConsent: async (scopes) => {
      if (scopes.length === 0) return true;
      try {
        await session.tokenFor(graphScopes(scopes, graphRoot));
        return true;
      } catch (error) {
        if (error instanceof SignInNeeded) return false;
        throw error;
      }
    },
  };
}
