"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { StartReading } from "@/components/directory/start-reading";
import { StoredUndoDialog } from "@/components/plan/stored-undo-dialog";
import { NowProvider } from "@/components/ui/now";
import { useTabRuns } from "@/lib/commands/tab-runs";
import { useSendOutbox } from "@/lib/commands/use-send-outbox";
import type { SignedInSession } from "@/lib/identity/session-state";
import { useServerClock } from "@/lib/services/server-clock-provider";
import { ServicesProvider } from "@/lib/services/services";
import { useSettings } from "@/lib/services/settings-context";
import { ClockNotice } from "./clock-notice";
import { Frame } from "./frame";

const UnreadableOutcomes = dynamic(
  () => import("./unreadable-outcomes").then(({ UnreadableOutcomes }) => UnreadableOutcomes),
  { ssr: false },
);
const RunTray = dynamic(() => import("./run-tray").then(({ RunTray }) => RunTray), { ssr: false });

/** The console around a page, for one account that holds a role of this app. */
export function SignedIn(props: {
  readonly session: SignedInSession;
  readonly children: ReactNode;
}) {
  const settings = useSettings();
  const { now } = useServerClock();
  return (
    <ServicesProvider settings={settings}>
      <Frame session={props.session}>
        <SendOutbox />
        <ClockNotice now={now} />
        <NowProvider now={now}>
          <StartReading graphRoot={settings.graphRoot}>
            {props.children}
            <StoredUndoDialog />
            <Runs />
          </StartReading>
        </NowProvider>
      </Frame>
    </ServicesProvider>
  );
}

/** Sends outcomes that an earlier tab could not record, and tells of those that this version cannot read. */
function SendOutbox() {
  const unreadable = useSendOutbox();
  return unreadable.length > 0 ? <UnreadableOutcomes stored={unreadable} /> : null;
}

/** The runs of this tab on every page; loaded with the first one. It stays, since a dialog of its own may be open. */
function Runs() {
  const hasRuns = useTabRuns().length > 0;
  const [isNeeded, setIsNeeded] = useState(hasRuns);
  if (hasRuns && !isNeeded) setIsNeeded(true);
  return isNeeded ? <RunTray /> : null;
}
