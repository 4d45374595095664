"use client";

import dynamic from "next/dynamic";
import { useTabRuns } from "@/lib/commands/tab-runs";
import { useUnresolved } from "@/lib/queries/unresolved";
import { useServices } from "@/lib/services/services";
import { mayResolve } from "./may-resolve";

// Seldom needed, and it brings all that reads the directory.
const ResolveNotice = dynamic(
  () => import("./resolve-notice").then((module) => module.ResolveNotice),
  { ssr: false },
);

/** Nothing, or the operations of which nobody knows what became, as far as this person may resolve them. */
export function UnresolvedBanner() {
  const { me } = useServices();
  const { data } = useUnresolved();
  // What this tab is carrying out is on its way, and the tray says how far.
  const running = new Set(
    useTabRuns().flatMap(({ plan, snapshot }) => (snapshot.result === null ? plan.id : [])),
  );
  const rows =
    data?.filter((row) => mayResolve(row, me) && !running.has(row.operation.planId)) ?? [];
  return rows.length === 0 ? null : <ResolveNotice rows={rows} />;
}
