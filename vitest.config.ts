import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = fileURLToPath(new URL(".", import.meta.url));
const alias = { "@": here };
// What a server alone may import refuses to be imported elsewhere: https://nextjs.org/docs/app/getting-started/server-and-client-components#preventing-environment-poisoning
const server = {
  resolve: { alias, conditions: ["react-server"] },
  ssr: { resolve: { conditions: ["react-server"] } },
};

export default defineConfig({
  test: {
    projects: [
      {
        ...server,
        test: {
          name: "unit",
          include: ["{lib,components,app,scripts}/**/*.test.ts"],
          exclude: ["**/*.db.test.ts"],
        },
      },
      {
        // Our own API runs beside the page here, in the same process.
        resolve: {
          alias: { ...alias, "server-only": `${here}node_modules/server-only/empty.js` },
        },
        test: {
          name: "components",
          setupFiles: "components/testing/jsdom-gaps.ts",
          testTimeout: 60_000,
          include: ["{lib,components}/**/*.test.tsx"],
          environment: "jsdom",
          // Fluent takes seconds to load: once for all files.
          isolate: false,
        },
      },
      {
        ...server,
        test: {
          name: "simulator",
          include: ["simulator/**/*.test.ts", "e2e/contract/**/*.test.ts"],
          testTimeout: 20_000,
        },
      },
      {
        ...server,
        test: {
          name: "ledger",
          include: ["{lib,app}/**/*.db.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
