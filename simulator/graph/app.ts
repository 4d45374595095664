import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { MiddlewareHandler } from "hono";
import type { JSONWebKeySet } from "jose";
import { answerBatch } from "./batch.ts";
import { allowBrowsers } from "./browsers.ts";
import { dispatch } from "./dispatch.ts";
import type { IncomingCall } from "./dispatch.ts";
import type { Answer } from "./endpoint.ts";
import { GraphRefusal, errorBody } from "./errors.ts";
import { readBearer } from "./token.ts";
import { readBody, readUrl } from "./wire.ts";
import type { Tenants } from "../state/tenant.ts";

/** What a middleware around Graph finds on Hono's context. The call is read before faults are injected. */
export interface GraphEnvironment {
  Variables: { call: IncomingCall; requestId: string };
}

interface GraphOptions {
  /** The authority's public keys. */
  jwks: () => JSONWebKeySet | Promise<JSONWebKeySet>;
  /** What may go wrong around a call; nothing when absent. */
  injectFaults?: MiddlewareHandler<GraphEnvironment>;
}

/** What links in answers begin with. */
const graphRoot = "https://graph.microsoft.com/v1.0";

const json =
  "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

/** Graph v1.0 for every tenant, mounted at `/v1.0`. */
export function graphApp(tenants: Tenants, options: GraphOptions): Hono<GraphEnvironment> {
  const app = new Hono<GraphEnvironment>();
  app.use("*", allowBrowsers);
  app.use("*", named);
  app.use("*", async (c, next) => {
    c.set("call", await readCall(tenants, options, c.req.raw, await c.req.text()));
    await next();
  });
  if (options.injectFaults) app.use("*", options.injectFaults);
  app.all("*", async (c) => answered(await reply(c.get("call"))));
  app.onError((cause, c) => {
    if (!(cause instanceof GraphRefusal)) throw cause;
    const requestId = c.get("requestId");
    return refused(cause, {
      date: new Date(timeOf(c.get("call"))).toISOString(),
      requestId,
      clientRequestId: c.req.header("client-request-id") ?? requestId,
    });
  });
  return app;
}

function reply(call: IncomingCall): Promise<Answer> {
  return call.path === "/$batch" ? answerBatch(call, dispatch) : dispatch(call);
}

async function readCall(
  tenants: Tenants,
  options: GraphOptions,
  request: Request,
  text: string,
): Promise<IncomingCall> {
  const { headers, method } = request;
  const bearer = await readBearer(tenants, headers.get("authorization") ?? undefined, options.jwks);
  const url = new URL(request.url);
  const { path, query } = readUrl(url.pathname.replace(/^\/v1\.0(?=\/|$)/, "") + url.search);
  const body = readBody(text, headers.get("content-type"));
  return { ...bearer, method, path, query, headers, body, root: graphRoot };
}

/** An answer as it goes over the wire. */
export function answered(answer: Answer): Response {
  const headers = new Headers(answer.headers);
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers });
  if (!headers.has("content-type")) headers.set("content-type", json);
  const body = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  return new Response(body, { status: answer.status, headers });
}

function refused(refusal: GraphRefusal, ids: Parameters<typeof errorBody>[1]): Response {
  const body = errorBody(refusal, ids);
  return answered({ status: refusal.status, headers: { ...refusal.headers }, body });
}

/** The tenant's own time; the machine's before it is known whose call this is. */
function timeOf(call: IncomingCall | undefined): number {
  return call?.tenant.clock.now() ?? Date.now();
}

/** Every answer says which request it belongs to: https://learn.microsoft.com/graph/best-practices-concept */
const named: MiddlewareHandler<GraphEnvironment> = async (c, next) => {
  const id = randomUUID();
  c.set("requestId", id);
  await next();
  c.header("request-id", id);
  c.header("client-request-id", c.req.header("client-request-id") ?? id);
  c.header("date", new Date(timeOf(c.get("call"))).toUTCString());
  c.header("odata-version", "4.0");
};
