"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { StartReading } from "@/components/directory/start-reading";
import { NowProvider } from "@/components/ui/now";
import { useServerClock } from "@/lib/services/server-clock-provider";
import { ServicesProvider } from "@/lib/services/services";
import { useSession } from "@/lib/identity/session";
import { ClockNotice } from "./clock-notice";
import { strongestRole } from "@/components/directory/app-roles";
import { Frame } from "./frame";
import { useSettings } from "@/lib/services/settings-context";
import { SendOutbox } from "./send-outbox";
import { SignInGate } from "./sign-in-gate";

// Most people never see it.
const NoRole = dynamic(() => import("./no-role").then(({ NoRole }) => NoRole), { ssr: false });

/** The gate: the console and its pages exist only for a person with a role of this app. */
export function Console(props: { readonly children: ReactNode }) {
  const session = useSession();
  const settings = useSettings();
  const { now } = useServerClock();
  switch (session.state) {
    case "loading":
      return <SignInGate failure={null} onSignIn={null} />;
    case "signed-out":
      return <SignInGate failure={session.failure} onSignIn={session.signIn} />;
    case "signed-in":
      if (strongestRole(session.account.appRoles) === null) return <NoRole session={session} />;
      // A different account must not see anything of the previous one.
      return (
        <Frame key={session.account.homeAccountId} session={session}>
          <ServicesProvider settings={settings}>
            <SendOutbox />
            <ClockNotice now={now} />
            <NowProvider now={now}>
              <StartReading graphRoot={settings.graphRoot}>{props.children}</StartReading>
            </NowProvider>
          </ServicesProvider>
        </Frame>
      );
  }
}
