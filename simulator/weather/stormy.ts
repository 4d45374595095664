import { setTimeout as sleep } from "node:timers/promises";
import type { Context, MiddlewareHandler, Next } from "hono";
import { type GraphEnvironment, answered } from "../graph/app.ts";
import type { GraphRefusal } from "../graph/errors.ts";
import type { Chance } from "./chance.ts";
import { cutConnection, cutShort } from "./connection.ts";
import { forecast, type Lot } from "./forecast.ts";
import { latencyMs } from "./latency.ts";
import { refusalAnswer } from "./refusals.ts";
import { shuffled } from "./shuffle.ts";
import { skyOf } from "./sky.ts";
import { carriedOutUnheard } from "./witness.ts";

type GraphContext = Context<GraphEnvironment>;

/** The weather of each tenant around every call to Graph: quotas, faults, and the time that things take. */
export const stormy: MiddlewareHandler<GraphEnvironment> = async (c, next) => {
  const call = c.get("call");
  const { lot, headers } = forecast(call, call.path === "/$batch" ? "batch" : "alone");
  const response = await meet(lot, c, next);
  if (response) c.res = response;
  await takeTime(c);
  for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  if (call.tenant.weather.retryAfter === "hidden-by-cors") hideRetryAfter(c.res.headers);
  if (lot.kind === "cut") c.res = cutConnection(c);
  if (lot.kind === "truncated") c.res = await cutShort(c);
  return undefined;
};

async function meet(lot: Lot, c: GraphContext, next: Next): Promise<Response | undefined> {
  const call = c.get("call");
  switch (lot.kind) {
    case "lost":
    case "passes":
      await next();
      return undefined;
    case "shuffled":
      await next();
      return inAnotherOrder(c.res, skyOf(call.tenant.weather).chance);
    case "refused":
      return refused(lot.refusal, c);
    case "denied-though-applied":
      await carriedOutUnheard(call, "error", next);
      return refused(lot.refusal, c);
    case "cut":
      if (lot.applied) await carriedOutUnheard(call, "reset", next);
      return undefined;
    case "truncated":
      await carriedOutUnheard(call, "reset", next);
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
async function inAnotherOrder(response: Response, chance: Chance): Promise<Response> {
  if (!response.ok) return response;
  const { responses = [] } = (await response.json()) as Shape;
  const body = JSON.stringify({ responses: shuffled(responses, chance) });
  return new Response(body, { status: response.status, headers: new Headers(response.headers) });
}

async function takeTime(c: GraphContext): Promise<void> {
  const { weather } = c.get("call").tenant;
  const { perRowMs } = weather.latency;
  const rows = perRowMs > 0 ? await rowsOf(c.res) : 0;
  const wait = latencyMs(weather.latency, rows, skyOf(weather).chance);
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
