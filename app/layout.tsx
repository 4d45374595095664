import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "@/components/shell/providers";
import { initialTheme, SYSTEM_THEME_COOKIE, THEME_COOKIE } from "@/components/ui/theme";
import { publicSettings } from "@/lib/config/public-settings";
import "./global.css";

export const metadata: Metadata = {
  title: { default: "Guestlist", template: "%s · Guestlist" },
  description: "Guest lifecycle governance for Microsoft Entra ID",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** Reading the request's headers makes every page dynamic: each answer needs a nonce of its own. */
export default async function Layout({ children }: { readonly children: ReactNode }) {
  const [request, jar] = await Promise.all([headers(), cookies()]);
  const theme = initialTheme({
    chosen: jar.get(THEME_COOKIE)?.value,
    lastSystem: jar.get(SYSTEM_THEME_COOKIE)?.value,
    clientHint: request.get("sec-ch-prefers-color-scheme") ?? undefined,
  });
  return (
    <html lang="en" data-theme={theme.theme}>
      <body>
        <Providers
          nonce={request.get("x-nonce") ?? ""}
          theme={theme}
          settings={publicSettings(jar)}
          renderedAt={Date.now()}
        >
          {children}
        </Providers>
      </body>
    </html>
  );
}
