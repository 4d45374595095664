"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { Instant } from "@/lib/domain/time";
import { clockOfPage, type ServerClock } from "./server-clock";

const ServerClockContext = createContext<ServerClock | null>(null);

/** Provides the server's time, counted from when the server rendered the page. */
export function ServerClockProvider(props: {
  readonly renderedAt: Instant;
  readonly children: ReactNode;
}) {
  // If it were created again without a reload, it would use the time of a navigation long ago.
  const [clock] = useState(() => clockOfPage(props.renderedAt));
  return <ServerClockContext value={clock}>{props.children}</ServerClockContext>;
}

/** The tab's one clock that keeps the server's time. */
export function useServerClock(): ServerClock {
  const clock = useContext(ServerClockContext);
  if (clock === null) throw new TypeError("useServerClock outside of ServerClockProvider");
  return clock;
}
