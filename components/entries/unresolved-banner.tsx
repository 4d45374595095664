"use client";

import dynamic from "next/dynamic";
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
  const rows = data?.filter((row) => mayResolve(row, me)) ?? [];
  return rows.length === 0 ? null : <ResolveNotice rows={rows} />;
}
