import { cors } from "hono/cors";
import type { MiddlewareHandler } from "hono";

const always = ["www-authenticate", "location", "request-id", "client-request-id", "odata-version"];
const resources = [
  "x-ms-resource-unit",
  "x-ms-throttle-limit-percentage",
  "x-ms-throttle-scope",
  "x-ms-throttle-information",
];

/** Headers a page may read; the tenant's conditions may take Retry-After away again. */
const exposedHeaders = [...always, "retry-after", ...resources];

/** Lets a page on this machine call Graph, preflight included. */
export const allowBrowsers: MiddlewareHandler = cors({
  origin: (origin) => (isLocal(origin) ? origin : null),
  allowMethods: ["GET", "POST", "PATCH", "PUT", "DELETE"],
  exposeHeaders: exposedHeaders,
  maxAge: 600,
});

function isLocal(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname) || hostname.endsWith(".localhost");
}
