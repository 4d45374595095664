"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useCallback, useState } from "react";
import { stopRunsOfOthers } from "@/lib/commands/tab-runs";
import type { Instant } from "@/lib/domain/time";
import { SessionProvider } from "@/lib/identity/session";
import type { PublicSettings } from "@/lib/identity/settings";
import { ServerClockProvider } from "@/lib/services/server-clock-provider";
import { AppearanceProvider } from "@/components/ui/appearance";
import { SettingsProvider } from "@/lib/services/settings-context";
import type { InitialTheme } from "@/components/ui/theme";

/** Everything that a page may rely on: appearance, the cache of what was read, and who is signed in. */
export function Providers(props: {
  readonly nonce: string;
  readonly theme: InitialTheme;
  readonly settings: PublicSettings;
  /** When the server rendered the page, by its clock. */
  readonly renderedAt: Instant;
  readonly children: ReactNode;
}) {
  const [queries] = useState(
    () =>
      new QueryClient({
        // Retrying is decided where it is known what may be repeated: in lib/graph and lib/queries.
        defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } },
      }),
  );
  const leave = useCallback(
    (staying: readonly string[]) => {
      queries.clear();
      return stopRunsOfOthers(staying);
    },
    [queries],
  );
  return (
    <AppearanceProvider nonce={props.nonce} initial={props.theme}>
      <SettingsProvider settings={props.settings}>
        <QueryClientProvider client={queries}>
          <ServerClockProvider renderedAt={props.renderedAt}>
            <SessionProvider settings={props.settings} onSignOut={leave}>
              {props.children}
            </SessionProvider>
          </ServerClockProvider>
        </QueryClientProvider>
      </SettingsProvider>
    </AppearanceProvider>
  );
}
