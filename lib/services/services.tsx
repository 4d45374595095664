"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Instant } from "@/lib/domain/time";
import type { GraphSettings } from "@/lib/graph/client";
import type { Graph } from "@/lib/graph/graph";
import type { GetToken } from "@/lib/graph/graph-middleware";
import { useSession } from "@/lib/identity/session";
import type { SignedInAccount, SignedInSession } from "@/lib/identity/session-state";
import { SignInNeeded } from "@/lib/identity/sign-in-needed";
import type { PublicSettings } from "@/lib/identity/settings";
import { type CallApi, openApi } from "./api";
import { scopesInCloud } from "./scopes-in-cloud";
import { tabKey } from "./tab-key";
import type { ServerClock } from "./server-clock";
import { useServerClock } from "./server-clock-provider";

/** What a signed-in person's tab reads and writes through. */
export interface Services {
  readonly graph: Graph;
  readonly api: CallApi;
  readonly me: SignedInAccount;
  /** The time by the server's clock. Nothing is judged by the computer's own. */
  readonly now: () => Instant;
  /** The server's clock. */
  readonly clock: Pick<ServerClock, "steady" | "onSet">;
  /** Leaves the page for consent or to sign in again, and comes back to the same address. */
  readonly ask: SignedInSession["ask"];
  /** Whether the person came back without these permissions, which were asked for last. */
  readonly wasDeclined: (scopes: readonly string[]) => boolean;
  /** A token of Graph for these permissions; throws where a person is needed. */
  readonly getToken: GetToken;
  /** Whether a token for these permissions of Graph can be had without asking the person. */
  readonly hasConsent: (scopes: readonly string[]) => Promise<boolean>;
}

const ServicesContext = createContext<Services | null>(null);

/** Gives the services of the signed-in person to everything below it; belongs inside the sign-in gate. */
export function ServicesProvider(props: {
  readonly settings: Pick<PublicSettings, "graphRoot" | "apiScope">;
  readonly children: ReactNode;
}) {
  const session = useSession();
  const { graphRoot, apiScope } = props.settings;
  const clock = useServerClock();
  const services = useMemo(
    () =>
      session.state === "signed-in" ? openServices(session, graphRoot, apiScope, clock) : null,
    [session, graphRoot, apiScope, clock],
  );
  return <ServicesContext value={services}>{props.children}</ServicesContext>;
}

/** The services of the person who is signed in; throws where nobody is. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new TypeError("Nobody is signed in here.");
  return services;
}

function openServices(
  session: SignedInSession,
  graphRoot: string,
  apiScope: string,
  clock: ServerClock,
): Services {
  const getToken: GetToken = (scopes, claims) =>
    session.tokenFor(scopesInCloud(scopes, graphRoot), claims);
  const askedKey = tabKey("asked", session.account);
  return {
    graph: openGraphLater({ root: graphRoot, token: getToken }),
    getToken,
    api: openApi({
      token: async () => session.tokenFor([apiScope]),
      onDate: (date, took) => {
        clock.hear(date, took);
      },
    }),
    me: session.account,
    now: clock.now,
    clock,
    ask: (scopes, claims) => {
      sessionStorage.setItem(askedKey, JSON.stringify(scopes));
      session.ask(scopesInCloud(scopes, graphRoot), claims);
    },
    wasDeclined: (scopes) =>
      session.failure?.kind === "declined" &&
      sessionStorage.getItem(askedKey) === JSON.stringify(scopes),
    hasConsent: async (scopes) => {
      if (scopes.length === 0) return true;
      try {
        await session.tokenFor(scopesInCloud(scopes, graphRoot));
        return true;
      } catch (error) {
        if (error instanceof SignInNeeded) return false;
        throw error;
      }
    },
  };
}

/**
 * The same as `openGraph`, but loads Graph's SDK and zod with the first request: together they weigh more than the rest
 * of the page.
 */
function openGraphLater(settings: GraphSettings): Graph {
  let opened: Promise<Graph> | undefined;
  const graph = () =>
    (opened ??= import("@/lib/graph/client").then(
      ({ openGraph }) => openGraph(settings),
      (cause: unknown) => {
        // The next request tries to load it again.
        opened = undefined;
        throw cause;
      },
    ));
  return {
    read: async (...args) => (await graph()).read(...args),
    send: async (...args) => (await graph()).send(...args),
    batch: async (...args) => (await graph()).batch(...args),
    pages: async function* (...args) {
      yield* (await graph()).pages(...args);
    },
  };
}
