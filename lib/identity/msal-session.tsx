"use client";

import { MsalProvider, useMsal } from "@azure/msal-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { identityErrorFrom } from "./identity-error-from";
import type { IdentityError } from "./identity-error";
import { accountsOf, type OpenedMsal, openMsal } from "./open-msal";
import { signedInSession } from "./signed-in-session";
import { hasLeft, idsOf } from "./who-left";
import { signedOutSession } from "./signed-out-session";
import type { OnSignOut, Session } from "./session-state";
import type { PublicSettings } from "./settings";
import { accountOfTab, setAccountOfTab } from "./tab-account";

export interface MsalSessionProps {
  readonly settings: PublicSettings;
  readonly onSignOut: OnSignOut;
  readonly report: (session: Session) => void;
}

/** Keeps the session in step with MSAL's accounts and its active one; draws nothing. */
function Reporter(props: MsalSessionProps & { readonly failure: IdentityError | null }) {
  const { instance, accounts, inProgress } = useMsal();
  const { settings, onSignOut, report } = props;
  const [failure, setFailure] = useState(props.failure);
  const [activeId, setActiveId] = useState(accountOfTab);

  const session = useMemo<Session>(() => {
    if (inProgress === "startup") return { state: "loading" };
    const ours = accountsOf(instance, settings.tenantId);
    const active = ours.find((account) => account.homeAccountId === accountOfTab()) ?? ours[0];
    const context = { msal: instance, settings, failure, onFailure: setFailure };
    if (active === undefined) return signedOutSession(context);
    return signedInSession({
      ...context,
      active,
      accounts: ours,
      onSwitch: (homeAccountId) => {
        setAccountOfTab(homeAccountId);
        setActiveId(homeAccountId);
      },
      onSignOut,
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `accounts` says when getAllAccounts() answers anew
  }, [instance, accounts, inProgress, settings, failure, activeId, onSignOut]);

  const id = session.state === "signed-in" ? session.account.homeAccountId : null;
  useEffect(() => {
    // The tab is this person's from now on: one who signs in elsewhere must not take it over under their hands.
    if (id !== null) setAccountOfTab(id);
  }, [id]);

  const before = useRef<Session>(session);
  useEffect(() => {
    // Signed out in another tab, also where a second account remains: what was read as the first goes from this one, too.
    if (hasLeft(before.current, session)) void onSignOut(idsOf(session));
    before.current = session;
    report(session);
  }, [report, session, onSignOut]);
  return null;
}

/** Opens MSAL and reports the session, first and whenever it changes. */
export function MsalSession(props: MsalSessionProps) {
  const { settings, report } = props;
  const [opened, setOpened] = useState<OpenedMsal | null>(null);

  useEffect(() => {
    openMsal(settings).then(setOpened, (error: unknown) => {
      const signIn = () => {
        window.location.reload();
      };
      report({ state: "signed-out", failure: identityErrorFrom(error), signIn });
    });
  }, [settings, report]);

  if (opened === null) return null;
  return (
    <MsalProvider instance={opened.msal}>
      <Reporter {...props} failure={opened.failure} />
    </MsalProvider>
  );
}
