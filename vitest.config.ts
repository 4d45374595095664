import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = fileURLToPath(new URL(".", import.meta.url));
const alias = { "@": here };
// The package server-only throws unless this condition is set: https://nextjs.org/docs/app/getting-started/server-and-client-components#preventing-environment-poisoning
const server = {
  resolve: { alias, conditions: ["react-server"] },
  ssr: { resolve: { conditions: ["react-server"] } },
};

/** What is tried in every order or by many seeds: half of the time that all unit tests take. */
const PROPERTY_TESTS = [
  "lib/runner/every-interleaving.test.ts",
  "lib/runner/several-people.test.ts",
  "lib/runner/random-faults.test.ts",
  "lib/runner/reviews/random-review-faults.test.ts",
];

const EMBEDDED = "lib/ledger/embedded-database.db.test.ts";

/**
 * The files of a suite share a process, so that a module is loaded once and not for each file; that was most of the
 * time. The setup file takes back what a test file stubs. Modules keep their state: a test must not rely on it.
 * Processes, not threads: `process.cpuUsage` tells what a test itself cost.
 */
const shared = {
  pool: "forks" as const,
  isolate: false,
  maxWorkers: "100%",
  // High, because the machine may be busy: it only ends a test that hangs.
  testTimeout: 120_000,
  // A forgotten `.only` would leave the rest of its file out.
  allowOnly: false,
  setupFiles: ["./vitest.setup.ts"],
};

export default defineConfig({
  test: {
    projects: [
      {
        ...server,
        test: {
          name: "unit",
          ...shared,
          include: ["{lib,components,app,scripts}/**/*.test.ts"],
          exclude: ["**/*.db.test.ts", ...PROPERTY_TESTS],
        },
      },
      { ...server, test: { name: "property", ...shared, include: PROPERTY_TESTS } },
      {
        // TestApi imitates our own API here, in the same process.
        resolve: {
          alias: { ...alias, "server-only": `${here}node_modules/server-only/empty.js` },
        },
        test: {
          name: "components",
          ...shared,
          // Whole pages in real time, as in the browser: what passed at the second try is counted and named at the end.
          retry: 1,
          include: ["{lib,components}/**/*.test.tsx"],
          environment: "jsdom",
          setupFiles: [...shared.setupFiles, "./components/testing/jsdom-gaps.ts"],
        },
      },
      {
        ...server,
        test: {
          name: "simulator",
          ...shared,
          include: ["simulator/**/*.test.ts", "e2e/{contract,support}/**/*.test.ts"],
        },
      },
      {
        ...server,
        test: {
          name: "ledger",
          ...shared,
          include: ["{lib,app}/**/*.db.test.ts"],
          exclude: [EMBEDDED],
          hookTimeout: 60_000,
        },
      },
      {
        ...server,
        // It replaces the file system beneath the database: for itself alone.
        test: { name: "embedded", ...shared, include: [EMBEDDED], hookTimeout: 60_000 },
      },
    ],
  },
});
