// What is fixed when the app is built. Whatever depends on the tenant or the origin is read at
// request time (proxy.ts, lib/config), so that one build serves the simulator and a real tenant.
import { readFileSync } from "node:fs";

/** Our API answers data, never a page: nothing in an answer may run, and nothing may keep it. */
const apiHeaders = [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Cache-Control", value: "no-store" },
];

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  // Shown under Settings.
  env: { GUESTLIST_VERSION: version },
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@electric-sql/pglite", "@prisma/adapter-pg", "@prisma/client", "pg"],
  outputFileTracingIncludes: { "/*": ["./prisma/migrations/**"] },
  experimental: { optimizePackageImports: ["@fluentui/react-components", "@fluentui/react-icons"] },
  // `npm run lint` checks types, once; a second run inside the build would only be slower.
  typescript: { ignoreBuildErrors: true },
  headers: () => Promise.resolve([{ source: "/api/:path*", headers: apiHeaders }]),
};
