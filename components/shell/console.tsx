"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useEffect } from "react";
import { strongestRole } from "@/components/directory/app-roles";
import { useSession } from "@/lib/identity/session";
import { isSignInExpected } from "@/lib/identity/sign-in-expected";
import { SignInGate } from "./sign-in-gate";

const loadSignedIn = () => import("./signed-in");

// Nobody who is not signed in needs it; who is, waits for MSAL meanwhile.
const SignedIn = dynamic(() => loadSignedIn().then(({ SignedIn }) => SignedIn), {
  ssr: false,
  loading: () => <SignInGate failure={null} onSignIn={null} />,
});
// Most people never see it.
const NoRole = dynamic(() => import("./no-role").then(({ NoRole }) => NoRole), { ssr: false });

/** The gate: the console and its pages exist only for a person with a role of this app. */
export function Console(props: { readonly children: ReactNode }) {
  const session = useSession();
  useEffect(() => {
    if (isSignInExpected()) void loadSignedIn();
  }, []);
  switch (session.state) {
    case "loading":
      return <SignInGate failure={null} onSignIn={null} />;
    case "signed-out":
      return <SignInGate failure={session.failure} onSignIn={session.signIn} />;
    case "signed-in":
      if (strongestRole(session.account.appRoles) === null) return <NoRole session={session} />;
      // A different account must not see anything of the previous one.
      return (
        <SignedIn key={session.account.homeAccountId} session={session}>
          {props.children}
        </SignedIn>
      );
  }
}
