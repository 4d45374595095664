/** What goes wrong between a client and Graph, and how slow it is. All off by default. */
export interface Conditions {
  /** Seeds every random choice below: the same seed gives the same faults again. */
  seed: number;
  latency: { perCallMs: number; perRowMs: number; jitter: number };
  /** `strict`: 10 sign-in activity reads a minute; `steady`: 5 per 10 s; `units`: resource units and writes alone. */
  throttle: "off" | "strict" | "steady" | "units";
  /** Replaces the documented 3,000 writes per 150 s; it holds even where `throttle` is off. */
  writeBudget?: { burst: number; perSecond: number };
  retryAfter: "exposed" | "hidden-by-cors" | "absent";
  /** For how long lists still show a user as before a change. Absent: lists do not lag. */
  staleReadsMs?: number;
  /** Rules tried in order on each request; the first that matches and whose chance hits decides. */
  faults: Fault[];
}

export interface Fault {
  kind:
    | "throttled"
    | "throttled-though-applied"
    | "unavailable"
    | "gateway-timeout"
    | "gateway-timeout-after-accept"
    | "reset"
    | "reset-after-accept"
    | "truncated"
    | "expired-page-token"
    | "delta-gone"
    | "forbidden"
    | "missing-licence"
    | "insufficient-claims"
    | "batch-item-missing"
    | "batch-shuffled"
    | "batch-partial-throttle";
  /** The requests that it may strike: method and a path prefix such as `/users`. Absent: any. */
  method?: string;
  pathPrefix?: string;
  /** Strikes only where the query text contains this. */
  queryContains?: string;
  /** From 0 to 1; 1 when absent. */
  chance?: number;
  /** The number of matching requests that pass before it strikes. */
  after?: number;
  /** How often it strikes at most. */
  times?: number;
  retryAfterSeconds?: number;
}

/** Nothing goes wrong and nothing is slow. */
export function noFaults(): Conditions {
  return {
    seed: 1,
    latency: { perCallMs: 0, perRowMs: 0, jitter: 0 },
    throttle: "off",
    retryAfter: "exposed",
    faults: [],
  };
}
