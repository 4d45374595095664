import { setTimeout as sleep } from "node:timers/promises";
import type { Context, MiddlewareHandler, Next } from "hono";
import { type GraphEnvironment, answered } from "../graph/app.ts";
import type { GraphRefusal } from "../graph/errors.ts";
import type { RandomNumber } from "./seeded-random.ts";
import { cutConnection, cutShort } from "./connection.ts";
import { decideHandling, type Handling } from "./decide-handling.ts";
import { latencyMs } from "./latency.ts";
import { refusalAnswer } from "./refusals.ts";
import { shuffled } from "./shuffle.ts";
import { faultStateOf } from "./fault-state.ts";
import { carryOutUnanswered } from "./carry-out-unanswered.ts";

type GraphContext = Context<GraphEnvironment>;

/** Applies the tenant's conditions to every call to Graph: quotas, faults and latency. */
export const injectFaults: MiddlewareHandler<GraphEnvironment> = async (c, next) => {
  const call = c.get("call");
  const { handling, headers } = decideHandling(call, call.path === "/$batch" ? "batch" : "alone");
  const response = await meet(handling, c, next);
  if (response) c.res = response;
  await takeTime(c);
  for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  if (call.tenant.conditions.retryAfter === "hidden-by-cors") hideRetryAfter(c.res.headers);
  if (handling.kind === "cut") c.res = cutConnection(c);
  if (handling.kind === "truncated") c.res = await cutShort(c);
  return undefined;
};

async function meet(
  handling: Handling,
  c: GraphContext,
  next: Next,
): Promise<Response | undefined> {
  const call = c.get("call");
  switch (handling.kind) {
    case "lost":
    case "passes":
      await next();
      return undefined;
    case "shuffled":
      await next();
      return inAnotherOrder(c.res, faultStateOf(call.tenant.conditions).chance);
    case "refused":
      return refused(handling.refusal, c);
    case "denied-though-applied":
      await carryOutUnanswered(call, "error", next);
      return refused(handling.refusal, c);
    case "cut":
      if (handling.applied) await carryOutUnanswered(call, "reset", next);
      return undefined;
    case "truncated":
      await carryOutUnanswered(call, "reset", next);
      return undefined;
  }
}

function refused(refusal: GraphRefusal, c: GraphContext): Response {
  const requestId = c.get("requestId");
  return answered(
    refusalAnswer(refusal, {
      date: c.get("call").tenant.clock.iso(),
      requestId,
      clientRequestId: c.req.header("client-request-id") ?? requestId,
    }),
  );
}

/** Graph promises no order: https://learn.microsoft.com/graph/json-batching */
async function inAnotherOrder(response: Response, chance: RandomNumber): Promise<Response> {
  if (!response.ok) return response;
  const { responses = [] } = (await response.json()) as Shape;
  const body = JSON.stringify({ responses: shuffled(responses, chance) });
  return new Response(body, { status: response.status, headers: new Headers(response.headers) });
}

async function takeTime(c: GraphContext): Promise<void> {
  const { conditions } = c.get("call").tenant;
  const { perRowMs } = conditions.latency;
  const rows = perRowMs > 0 ? await rowsOf(c.res) : 0;
  const wait = latencyMs(conditions.latency, rows, faultStateOf(conditions).chance);
  if (wait > 0) await sleep(wait);
}

interface Shape {
  value?: unknown;
  responses?: { body?: Shape }[];
}

/** How many rows an answer carries; a batch's answer carries those of its items. */
async function rowsOf(response: Response): Promise<number> {
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  if (!isJson || response.body === null || !response.ok) return 0;
  return countRows((await response.clone().json()) as Shape);
}

function countRows({ value, responses }: Shape): number {
  if (Array.isArray(value)) return value.length;
  if (!Array.isArray(responses)) return 0;
  return responses.reduce((sum, { body }) => sum + (body ? countRows(body) : 0), 0);
}

function hideRetryAfter(headers: Headers): void {
  const exposed = headers.get("access-control-expose-headers");
  if (exposed === null) return;
  const left = exposed.split(",").filter((name) => name.trim().toLowerCase() !== "retry-after");
  headers.set("access-control-expose-headers", left.join(","));
}
