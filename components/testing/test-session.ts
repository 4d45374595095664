import { useEffect } from "react";
import type { Session } from "@/lib/identity/session-state";

let current: Session = { state: "loading" };

/** Says who is signed in on the next page that is rendered. */
export function signedInAs(session: Session): void {
  current = session;
}

/** Stands where MSAL's session stands: reports who the test says is signed in. */
export function sessionOfTheTest(props: { readonly report: (session: Session) => void }) {
  const { report } = props;
  useEffect(() => {
    report(current);
  }, [report]);
  return null;
}
