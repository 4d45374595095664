// Which room may import which room, and which package. Anything not written here is refused.
const fluent = ["@fluentui/react-components", "@fluentui/react-icons"];

/** What the kit and the features may use of lib: all but the server's side. */
const lib = [
  "lib/domain",
  "lib/contract",
  "lib/queries",
  "lib/commands",
  "lib/operations",
  "lib/runner",
  "lib/services",
  "lib/identity",
  "lib/inventory",
];
const react = ["react", "react-dom", "next", "nuqs", "@tanstack/react-query", ...fluent];

// The product's kit, from the bottom up: each may use those above it in this list.
const kit = {
  // Knows no product word.
  "components/ui": { rooms: [], packages: ["react", "next", "papaparse", ...fluent] },
  "components/grid": {
    rooms: ["components/ui"],
    packages: ["react", "@tanstack/react-table", "@tanstack/react-virtual", ...fluent],
  },
  // Fields of forms: text, choices, numbers, days.
  "components/form": { rooms: ["components/ui"], packages: ["react", ...fluent] },
  // People and other objects of the directory wherever they are shown, and what could not be read of it.
  "components/directory": {
    rooms: ["components/ui", "components/form", ...lib],
    packages: react,
  },
  // What every list page does: its address, search, order, filters, columns, saved views and export.
  "components/list": {
    rooms: ["components/ui", "components/form", "components/grid", "components/directory", ...lib],
    packages: react,
  },
  // Plans of operations: asked about, run, undone.
  "components/plan": {
    rooms: ["components/ui", "components/form", "components/list", "components/directory", ...lib],
    packages: react,
  },
  // A form in steps: frame, side pane, drafts, templates.
  "components/wizard": {
    rooms: [
      "components/ui",
      "components/form",
      "components/list",
      "components/directory",
      "components/plan",
      ...lib,
    ],
    packages: react,
  },
  // Deciding many, one after the other or in bulk: keys, queue, workspace.
  "components/inbox": {
    rooms: [
      "components/ui",
      "components/form",
      "components/grid",
      "components/list",
      "components/directory",
      "components/plan",
      ...lib,
    ],
    packages: react,
  },
  // Entries of the history and what reviews decided, in words, wherever they are shown.
  "components/entries": {
    rooms: ["components/ui", "components/directory", "components/plan", ...lib],
    packages: react,
  },
};

/** Each is a room of its own: what two of them need belongs to the kit. */
const features = Object.fromEntries(
  ["guests", "history", "overview", "reviews", "settings", "shell"].map((name) => [
    `components/${name}`,
    { rooms: [...Object.keys(kit), ...lib], packages: react },
  ]),
);

const rooms = {
  "lib/domain": { rooms: [], packages: [] },
  "lib/contract": { rooms: ["lib/domain"], packages: ["zod"] },
  "lib/config": { rooms: ["lib/domain"], packages: ["zod", "server-only"] },
  "lib/graph": { rooms: ["lib/domain"], packages: ["zod", "@microsoft/microsoft-graph-client"] },
  "lib/identity": {
    rooms: [],
    packages: ["@azure/msal-browser", "@azure/msal-react", "react"],
  },
  "lib/inventory": { rooms: ["lib/domain", "lib/graph"], packages: ["comlink", "react"] },
  "lib/operations": { rooms: ["lib/domain", "lib/graph"], packages: [] },
  // Runs without React and without a browser.
  "lib/runner": {
    rooms: ["lib/domain", "lib/contract", "lib/graph", "lib/operations"],
    packages: [],
  },
  "lib/services": {
    rooms: [
      "lib/domain",
      "lib/contract",
      "lib/graph",
      "lib/identity",
      "lib/inventory",
      "lib/operations",
      "lib/runner",
    ],
    packages: ["react", "idb-keyval"],
  },
  "lib/queries": {
    rooms: ["lib/domain", "lib/contract", "lib/graph", "lib/inventory", "lib/services"],
    packages: ["react", "@tanstack/react-query", "zod"],
  },
  // Hooks that act: TanStack mutations and runs around lib/runner.
  "lib/commands": {
    rooms: [
      "lib/domain",
      "lib/contract",
      "lib/graph",
      "lib/inventory",
      "lib/operations",
      "lib/runner",
      "lib/services",
      "lib/queries",
    ],
    packages: ["react", "@tanstack/react-query"],
  },
  "lib/ledger": {
    rooms: ["lib/domain", "lib/contract", "lib/config", "prisma/generated"],
    packages: [
      "server-only",
      "@prisma/client",
      "@prisma/adapter-pg",
      "@electric-sql/pglite",
      "pg",
      "jose",
      "zod",
      "canonicalize",
    ],
  },
  ...kit,
  ...features,
  "app/api": {
    rooms: ["lib/domain", "lib/contract", "lib/config", "lib/ledger"],
    packages: ["next", "zod"],
  },
  app: { rooms: ["components", "lib/config"], packages: ["next", "react"] },
  "simulator/conformance": {
    rooms: ["simulator"],
    packages: ["@microsoft/microsoft-graph-client", "@hono/node-server"],
  },
  simulator: { rooms: [], packages: ["hono", "@hono/node-server", "jose"] },
  e2e: {
    rooms: ["simulator"],
    packages: [
      "@playwright/test",
      "@axe-core/playwright",
      "@electric-sql/pglite",
      "ajv",
      "ajv-formats",
      "papaparse",
    ],
  },
  bench: {
    rooms: ["lib", "simulator"],
    packages: ["@microsoft/microsoft-graph-client", "@hono/node-server", "pg"],
  },
};

// A folder `testing` holds what only tests import.
const isTest = "(\\.(test|spec)\\.tsx?$|/testing/)";
const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const inner = (room) =>
  Object.keys(rooms)
    .filter((other) => other.startsWith(`${room}/`))
    .map((other) => `${other.slice(room.length + 1)}/`);
const inside = (room) =>
  inner(room).length > 0 ? `^${room}/(?!${inner(room).join("|")})` : `^${room}/`;

const rulesFor = (room, may, where, extra, suffix) => {
  const open = [inside(room), ...[...may.rooms, ...extra.rooms].map((other) => `^${other}/`)];
  const packages = [...may.packages, ...extra.packages].map(
    (name) => `node_modules/(@types/)?${literally(name)}/`,
  );
  const from = { path: inside(room), ...where };
  return [
    {
      name: `rooms-of-${room}${suffix}`,
      severity: "error",
      from,
      to: { pathNot: [...open, "node_modules", "\\.css$"], dependencyTypesNot: ["core"] },
    },
    {
      name: `packages-of-${room}${suffix}`,
      severity: "error",
      from,
      to: { path: "node_modules", pathNot: [...packages, "node_modules/@types/node/"] },
    },
  ];
};

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, pathNot: ["^app/", isTest, "\\.config\\.", "^e2e/", "\\.d\\.ts$"] },
      to: {},
    },
    {
      name: "inventory-uses-react-in-hooks-only",
      severity: "error",
      from: { path: "^lib/inventory/", pathNot: ["/use-[^/]+$", isTest] },
      to: { path: "node_modules/(@types/)?react/" },
    },
    ...Object.entries(rooms).flatMap(([room, may]) => [
      ...rulesFor(room, may, { pathNot: isTest }, { rooms: [], packages: [] }, ""),
      ...rulesFor(
        room,
        may,
        { path: `${inside(room)}.*${isTest}`, pathNot: "^$" },
        {
          rooms: ["simulator", "lib", "components", "prisma/generated", "scripts"],
          packages: [
            "vitest",
            "react-dom",
            "@testing-library/react",
            "@testing-library/user-event",
            "@testing-library/jest-dom",
            "pg",
            "zod",
            "jose",
            "comlink",
            "@electric-sql/pglite",
            "@microsoft/microsoft-graph-client",
          ],
        },
        "-tests",
      ),
    ]),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
    exclude: { path: ["^prisma/generated/", "^\\.next/"] },
  },
};
