"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { PublicSettings } from "@/lib/identity/settings";

const SettingsContext = createContext<PublicSettings | null>(null);

/** Hands the public settings of this deployment to everything below. */
export function SettingsProvider(props: {
  readonly settings: PublicSettings;
  readonly children: ReactNode;
}) {
  return <SettingsContext value={props.settings}>{props.children}</SettingsContext>;
}

/** The public settings of this deployment: tenant, cloud, where Graph is, and whether all of it is simulated. */
export function useSettings(): PublicSettings {
  const settings = useContext(SettingsContext);
  if (settings === null) throw new Error("useSettings outside of SettingsProvider");
  return settings;
}
