/** What can go wrong between a client and Graph, and how slow things are. All off by default. */
export interface Weather {
  /** Seeds every chance below, so that a stormy day can be had again. */
  seed: number;
  latency: { perCallMs: number; perRowMs: number; jitter: number };
  /** `strict`: 10 sign-in activity reads a minute; `steady`: 5 per 10 s; `units`: resource units and writes alone. */
  throttle: "off" | "strict" | "steady" | "units";
  /** Replaces the documented 3,000 writes per 150 s; it holds even where `throttle` is off. */
  writeBudget?: { burst: number; perSecond: number };
  retryAfter: "exposed" | "hidden-by-cors" | "absent";
  /** Lists show a user as they were before a change until it is so old; not at all when absent. */
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
  /** Requests it may strike: method and a path prefix such as `/users`; absent means any. */
  method?: string;
  pathPrefix?: string;
  /** Strikes only where the query text contains this. */
  queryContains?: string;
  /** From 0 to 1; 1 when absent. */
  chance?: number;
  /** Strikes only after so many matching requests have passed. */
  after?: number;
  /** Strikes at most so many times. */
  times?: number;
  retryAfterSeconds?: number;
}

/** A calm day. */
export function calm(): Weather {
  return {
    seed: 1,
    latency: { perCallMs: 0, perRowMs: 0, jitter: 0 },
    throttle: "off",
    retryAfter: "exposed",
    faults: [],
  };
}
