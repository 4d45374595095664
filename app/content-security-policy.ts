/** The other origins that the browser may connect to: Graph and the sign-in authority. */
export interface Neighbours {
  readonly graphOrigin: string;
  readonly authorityOrigin: string;
}

const join = (directives: readonly (readonly [string, ...string[]])[]): string =>
  directives.map((words) => words.filter((word) => word !== "").join(" ")).join("; ");

const distinct = (neighbours: Neighbours): string[] => [
  ...new Set([neighbours.graphOrigin, neighbours.authorityOrigin]),
];

/**
 * The policy of every page: only scripts and styles that carry this answer's nonce, and no connection but
 * to ourselves, Graph and the authority. `development` adds what Next's dev server and overlay need.
 */
export function pagePolicy(nonce: string, neighbours: Neighbours, development: boolean): string {
  return join([
    ["default-src", "'none'"],
    [
      "script-src",
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      development ? "'unsafe-eval'" : "",
    ],
    ["style-src", "'self'", development ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    ["img-src", "'self'", "data:"],
    ["font-src", "'self'"],
    ["connect-src", "'self'", ...distinct(neighbours)],
    ["worker-src", "'self'"],
    ["frame-src", "'self'", neighbours.authorityOrigin],
    ["manifest-src", "'self'"],
    ["object-src", "'none'"],
    ["base-uri", "'none'"],
    ["form-action", "'self'"],
    ["frame-ancestors", "'self'"],
  ]);
}

/** The policy of MSAL's bridge page: its two static scripts, and only our own pages may frame it. */
export const BRIDGE_POLICY = join([
  ["default-src", "'none'"],
  ["script-src", "'self'"],
  ["img-src", "data:"],
  ["base-uri", "'none'"],
  ["form-action", "'none'"],
  ["frame-ancestors", "'self'"],
]);

/** The policy of static files. A worker obeys the policy of its own file, not the page's. */
export function workerPolicy(neighbours: Neighbours, development: boolean): string {
  return join([
    ["default-src", "'none'"],
    ["script-src", "'self'", development ? "'unsafe-eval'" : ""],
    ["connect-src", "'self'", ...distinct(neighbours)],
  ]);
}
