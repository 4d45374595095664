import type { Tenant } from "../state/tenant.ts";
import { type Meter, SlidingWindow, TokenBucket } from "./meter.ts";
import { isWrite, resourceUnits } from "./resource-units.ts";

// https://learn.microsoft.com/graph/throttling-limits

export interface Metered {
  tenant: Tenant;
  appId: string;
  method: string;
  path: string;
  query: URLSearchParams;
}

/** One documented limit: which requests it counts, for whom, and how. */
export interface Limit {
  name: string;
  information: "ResourceUnitLimitExceeded" | "WriteLimitExceeded" | "CPULimitExceeded";
  /** Risk and Conditional Access answer 429 without saying when to come back. */
  tellsWhen: boolean;
  per: "application" | "tenant";
  counts(request: Metered): boolean;
  cost(request: Metered): number;
  meter(request: Metered): Meter;
}

const REPORTS = /^\/(auditLogs|reports)\//;
const RISK_AND_ACCESS = /^\/(identityProtection|identity\/conditionalAccess)\//;

/** Whether the request reads sign-in activity of users, which has its own far smaller quota. */
export function readsSignInActivity({ method, path, query }: Metered): boolean {
  if (method !== "GET" || !/^\/(users|me)\b/.test(path)) return false;
  return ["$select", "$filter", "$orderby"].some((option) =>
    (query.get(option) ?? "").toLowerCase().includes("signinactivity"),
  );
}

function unitsPerTenSeconds(tenant: Tenant): number {
  const people = tenant.directory.users.size;
  if (people < 50) return 3500;
  return people <= 500 ? 5000 : 8000;
}

const one = () => 1;
const exact = { information: "CPULimitExceeded", tellsWhen: true, cost: one } as const;

const UNITS: Limit = {
  name: "resource-units",
  information: "ResourceUnitLimitExceeded",
  tellsWhen: true,
  per: "application",
  counts: ({ path }) => !REPORTS.test(path) && path !== "/$batch",
  cost: resourceUnits,
  meter: ({ tenant }) => {
    const units = unitsPerTenSeconds(tenant);
    return new TokenBucket(units, units / 10);
  },
};

const WRITES: Limit = {
  name: "writes",
  information: "WriteLimitExceeded",
  tellsWhen: true,
  per: "application",
  counts: isWrite,
  cost: one,
  meter: ({ tenant }) => {
    const { burst, perSecond } = tenant.conditions.writeBudget ?? { burst: 3000, perSecond: 20 };
    return new TokenBucket(burst, perSecond);
  },
};

function signInActivity(limit: number, windowMs: number): Limit {
  return {
    ...exact,
    name: "sign-in-activity",
    per: "application",
    counts: readsSignInActivity,
    meter: () => new SlidingWindow(limit, windowMs),
  };
}

const SERVICES: readonly Limit[] = [
  {
    ...exact,
    name: "reports",
    per: "application",
    counts: ({ path }) => REPORTS.test(path),
    meter: () => new SlidingWindow(5, 10_000),
  },
  {
    ...exact,
    name: "invitations",
    per: "tenant",
    counts: ({ path }) => path === "/invitations",
    meter: () => new SlidingWindow(150, 5_000),
  },
  {
    ...exact,
    name: "risk-and-conditional-access",
    tellsWhen: false,
    per: "tenant",
    counts: ({ path }) => RISK_AND_ACCESS.test(path),
    meter: () => new SlidingWindow(1, 1_000),
  },
];

/** The limits in force in this tenant's conditions. */
export function limitsOf({ conditions }: Tenant): readonly Limit[] {
  switch (conditions.throttle) {
    case "off":
      return conditions.writeBudget === undefined ? [] : [WRITES];
    case "units":
      return [UNITS, WRITES];
    case "strict":
      return [UNITS, WRITES, signInActivity(10, 60_000), ...SERVICES];
    case "steady":
      return [UNITS, WRITES, signInActivity(5, 10_000), ...SERVICES];
  }
}
