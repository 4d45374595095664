import type { IncomingCall } from "../graph/dispatch.ts";
import { WANTED_CONTEXT } from "./refusals.ts";
import { faultStateOf } from "./fault-state.ts";
import type { Fault } from "./conditions.ts";

/** Where a request stands: on its own, as a whole `$batch`, or as one item of it. */
export type Place = "alone" | "batch" | "item";

function reaches(fault: Fault, place: Place): boolean {
  const aimed = fault.pathPrefix !== undefined;
  switch (fault.kind) {
    case "batch-shuffled":
      return place === "batch";
    case "batch-item-missing":
    case "batch-partial-throttle":
      return place === "item";
    // A line is cut under a whole batch; under one item only when a rule aims at that item's path.
    case "reset":
    case "reset-after-accept":
    case "truncated":
      return place !== "item" || aimed;
    // Graph answers 200 for a batch and says the trouble item by item.
    case "throttled":
    case "throttled-though-applied":
    case "expired-page-token":
    case "delta-gone":
    case "forbidden":
    case "missing-licence":
    case "insufficient-claims":
    case "unavailable":
    case "gateway-timeout":
    case "gateway-timeout-after-accept":
      return place !== "batch" || fault.pathPrefix === "/$batch";
  }
}

function matches(fault: Fault, call: IncomingCall, place: Place): boolean {
  if (!reaches(fault, place)) return false;
  if (fault.method !== undefined && fault.method.toUpperCase() !== call.method) return false;
  if (fault.pathPrefix !== undefined && !call.path.startsWith(fault.pathPrefix)) return false;
  if (fault.queryContains !== undefined) {
    // What the rule says is compared with the query as a person reads it.
    const text = [...call.query].map(([name, value]) => `${name}=${value}`).join("&");
    if (!text.includes(fault.queryContains)) return false;
  }
  // A caller who has stepped up is let through every time.
  if (fault.kind === "insufficient-claims" && call.caller.contexts.has(WANTED_CONTEXT))
    return false;
  if (fault.kind === "expired-page-token") return call.query.has("$skiptoken");
  if (fault.kind === "delta-gone") return /\/delta(\(\))?$/.test(call.path);
  return true;
}

/** The fault that strikes this request, if one does; what has struck is counted. */
export function strike(call: IncomingCall, place: Place): Fault | undefined {
  const { conditions } = call.tenant;
  const state = faultStateOf(conditions);
  return conditions.faults.find((fault) => {
    if (!matches(fault, call, place)) return false;
    const count = state.faults.get(fault) ?? { matched: 0, struck: 0 };
    state.faults.set(fault, count);
    count.matched += 1;
    if (count.matched <= (fault.after ?? 0)) return false;
    if (count.struck >= (fault.times ?? Number.POSITIVE_INFINITY)) return false;
    if (fault.chance !== undefined && state.chance() >= fault.chance) return false;
    count.struck += 1;
    return true;
  });
}
