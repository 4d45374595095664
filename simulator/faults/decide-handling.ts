import type { IncomingCall } from "../graph/dispatch.ts";
import { type GraphRefusal, expiredPageToken, forbidden, notLicensed } from "../graph/errors.ts";
import { type Place, strike } from "./faults.ts";
import {
  deltaGone,
  gatewayTimeout,
  insufficientClaims,
  throttled,
  unavailable,
} from "./refusals.ts";
import { charge } from "./throttle.ts";
import type { Fault } from "./conditions.ts";

/** What becomes of one request. */
export type Handling =
  | { kind: "passes" }
  /** Nothing is carried out. */
  | { kind: "refused"; refusal: GraphRefusal }
  /** It is carried out, and then answered as if not. */
  | { kind: "denied-though-applied"; refusal: GraphRefusal }
  /** The line is cut before an answer; it may have been carried out. */
  | { kind: "cut"; applied: boolean }
  /** It is carried out; half of the answer arrives. */
  | { kind: "truncated" }
  /** An item of a batch that is carried out, and of which the batch's answer does not speak. */
  | { kind: "lost" }
  /** The answers of a batch come in another order. */
  | { kind: "shuffled" };

export interface HandlingDecision {
  handling: Handling;
  /** Headers that the answer carries whatever it is. */
  headers: Record<string, string>;
}

const DEFAULT_WAIT_SECONDS = 5;

/** Charges the request to the quotas in force and decides what becomes of it. */
export function decideHandling(call: IncomingCall, place: Place): HandlingDecision {
  const { tenant, caller, method, path, query } = call;
  const charged = charge({ tenant, appId: caller.appId, method, path, query });
  const { headers, refusal } = charged;
  if (refusal) {
    const { limit, retryAfterSeconds } = refusal;
    const refused = throttled(call, retryAfterSeconds, limit.information);
    return { headers, handling: { kind: "refused", refusal: refused } };
  }
  const fault = strike(call, place);
  return { headers, handling: fault ? handlingOf(fault, call, place) : { kind: "passes" } };
}

function handlingOf(fault: Fault, call: IncomingCall, place: Place): Handling {
  const wait = fault.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS;
  const refused = (refusal: GraphRefusal): Handling => ({ kind: "refused", refusal });
  switch (fault.kind) {
    case "throttled":
    case "batch-partial-throttle":
      return refused(throttled(call, wait));
    case "throttled-though-applied":
      return { kind: "denied-though-applied", refusal: throttled(call, wait) };
    case "unavailable":
      return refused(unavailable(call, wait));
    case "gateway-timeout":
      return refused(gatewayTimeout());
    case "gateway-timeout-after-accept":
      return { kind: "denied-though-applied", refusal: gatewayTimeout() };
    // One item has no line of its own to cut: the batch speaks of it as of a gateway that heard nothing.
    case "reset":
      return place === "item" ? refused(gatewayTimeout()) : { kind: "cut", applied: false };
    case "reset-after-accept":
      return place === "item"
        ? { kind: "denied-though-applied", refusal: gatewayTimeout() }
        : { kind: "cut", applied: true };
    case "truncated":
      return place === "item"
        ? { kind: "denied-though-applied", refusal: gatewayTimeout() }
        : { kind: "truncated" };
    case "expired-page-token":
      return refused(expiredPageToken());
    case "delta-gone":
      return refused(deltaGone(call));
    case "forbidden":
      return refused(forbidden());
    case "missing-licence":
      return refused(notLicensed());
    case "insufficient-claims":
      return refused(insufficientClaims());
    case "batch-item-missing":
      return { kind: "lost" };
    case "batch-shuffled":
      return { kind: "shuffled" };
  }
}
