"use client";

import dynamic from "next/dynamic";
import { useServices } from "@/lib/services/services";
import { useUnsettled } from "@/lib/queries/unsettled";
import { maySettle } from "./may-settle";

// Seldom needed, and it brings all that reads the directory.
const SettleNotice = dynamic(
  () => import("./settle-notice").then((module) => module.SettleNotice),
  { ssr: false },
);

/** Nothing, or the decisions and intents of which nobody knows what became, as far as this person may settle them. */
export function UnsettledBanner() {
  const { me } = useServices();
  const { data } = useUnsettled();
  const rows = data?.filter((row) => maySettle(row, me)) ?? [];
  return rows.length === 0 ? null : <SettleNotice rows={rows} />;
}
