"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { IdentityError } from "./identity-error";
import type { MsalSessionProps } from "./msal-session";
import type { OnSignOut, Session } from "./session-state";
import type { PublicSettings } from "./settings";

const SessionContext = createContext<Session>({ state: "loading" });

type MsalSession = (props: MsalSessionProps) => ReactNode;

/** After the first paint and hydration: MSAL is a quarter of the page's script, and nothing to look at. */
function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work, 0);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

function couldNotLoad(cause: unknown): Session {
  const failure = new IdentityError("unreachable", "The sign-in code did not load", "not-loaded", {
    cause,
  });
  const signIn = () => {
    window.location.reload();
  };
  return { state: "signed-out", failure, signIn };
}

/** Says to everything below who is signed in; renders its children from the beginning, in the state "loading". */
export function SessionProvider(props: {
  readonly settings: PublicSettings;
  readonly onSignOut: OnSignOut;
  readonly children: ReactNode;
}) {
  const [session, setSession] = useState<Session>({ state: "loading" });
  const [Live, setLive] = useState<MsalSession | null>(null);

  useEffect(
    () =>
      afterPaint(() => {
        import("./msal-session").then(
          (module) => {
            setLive(() => module.MsalSession);
          },
          (cause: unknown) => {
            setSession(couldNotLoad(cause));
          },
        );
      }),
    [],
  );

  return (
    <SessionContext value={session}>
      {Live !== null && (
        <Live settings={props.settings} onSignOut={props.onSignOut} report={setSession} />
      )}
      {props.children}
    </SessionContext>
  );
}

/** Who is signed in, and what they can ask of their identity. */
export function useSession(): Session {
  return useContext(SessionContext);
}
