import type { Fault, Conditions } from "../faults/conditions.ts";
import { Fields } from "./fields.ts";

const kinds = [
  "throttled",
  "throttled-though-applied",
  "unavailable",
  "gateway-timeout",
  "gateway-timeout-after-accept",
  "reset",
  "reset-after-accept",
  "truncated",
  "expired-page-token",
  "delta-gone",
  "forbidden",
  "missing-licence",
  "insufficient-claims",
  "batch-item-missing",
  "batch-shuffled",
  "batch-partial-throttle",
] as const satisfies readonly Fault["kind"][];

const aMinute = 60_000;
const aDay = 86_400_000;
const aLot = 1_000_000_000;

/** The conditions with what the body changes of them. A new object, so that random numbers and quotas start anew. */
export function readConditions(now: Conditions, body: unknown): Conditions {
  const fields = new Fields(body);
  const read: Conditions = {
    seed: fields.maybe("seed", () => fields.number("seed", 0, aLot)) ?? now.seed,
    latency: fields.maybe("latency", () => readLatency(now, fields.take("latency"))) ?? {
      ...now.latency,
    },
    throttle:
      fields.maybe("throttle", () =>
        fields.oneOf("throttle", ["off", "strict", "steady", "units"]),
      ) ?? now.throttle,
    retryAfter:
      fields.maybe("retryAfter", () =>
        fields.oneOf("retryAfter", ["exposed", "hidden-by-cors", "absent"]),
      ) ?? now.retryAfter,
    faults: fields.maybe("faults", () => fields.list("faults", readFault)) ?? [...now.faults],
  };
  const writeBudget =
    fields.maybe("writeBudget", () => readBudget(fields.take("writeBudget"))) ?? now.writeBudget;
  const staleReadsMs =
    fields.maybe("staleReadsMs", () => fields.number("staleReadsMs", 0, aDay)) ?? now.staleReadsMs;
  fields.end();
  return {
    ...read,
    ...(writeBudget && { writeBudget }),
    ...(staleReadsMs !== undefined && { staleReadsMs }),
  };
}

function readBudget(body: unknown): { burst: number; perSecond: number } {
  const fields = new Fields(body, "writeBudget");
  const read = {
    burst: fields.number("burst", 1, aLot),
    perSecond: fields.number("perSecond", 0.001, aLot),
  };
  fields.end();
  return read;
}

function readLatency(now: Conditions, body: unknown): Conditions["latency"] {
  const fields = new Fields(body, "latency");
  const number = (name: keyof Conditions["latency"], to: number) =>
    fields.maybe(name, () => fields.number(name, 0, to)) ?? now.latency[name];
  const read = {
    perCallMs: number("perCallMs", aMinute),
    perRowMs: number("perRowMs", aMinute),
    jitter: number("jitter", 1),
  };
  fields.end();
  return read;
}

function readFault(item: unknown, field: string): Fault {
  const fields = new Fields(item, field);
  const text = (name: keyof Fault) => fields.maybe(name, () => fields.text(name));
  const number = (name: keyof Fault, to: number) =>
    fields.maybe(name, () => fields.number(name, 0, to));
  const read = {
    kind: fields.oneOf("kind", kinds),
    method: text("method")?.toUpperCase(),
    pathPrefix: text("pathPrefix"),
    queryContains: text("queryContains"),
    chance: number("chance", 1),
    after: number("after", aLot),
    times: number("times", aLot),
    retryAfterSeconds: number("retryAfterSeconds", 86_400),
  };
  fields.end();
  const present = Object.entries(read).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as unknown as Fault;
}
