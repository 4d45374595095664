"use client";

import dynamic from "next/dynamic";
import { useUnsettled } from "@/lib/queries/unsettled";

// Seldom needed, and it brings all that reads the directory.
const SettleNotice = dynamic(
  () => import("./settle-notice").then((module) => module.SettleNotice),
  { ssr: false },
);

/** Nothing, or the decisions of which nobody knows what became. */
export function UnsettledBanner() {
  const { data } = useUnsettled();
  return data === undefined || data.length === 0 ? null : <SettleNotice rows={data} />;
}
