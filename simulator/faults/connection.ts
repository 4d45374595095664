import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/** Thrown where there is no socket to cut, so that a request in process fails as a cut line does. */
export class ConnectionCutError extends Error {
  override readonly name = "ConnectionCutError";
}

const HTTP2_INTERNAL_ERROR = 2;

/** Cuts the line under this request; only its own stream where many share one connection. */
export function cutConnection(c: Context): Response {
  const { incoming } = bindings(c);
  if (incoming === undefined) {
    throw new ConnectionCutError(`connection reset: ${c.req.method} ${c.req.path}`);
  }
  if ("stream" in incoming) {
    (incoming.stream as { close(code: number): void }).close(HTTP2_INTERNAL_ERROR);
  } else {
    incoming.socket.resetAndDestroy();
  }
  // Tells the server that there is nothing left to write to.
  return new Response(null, { headers: { "x-hono-already-sent": "true" } });
}

/** Sends the first half of an answer and then cuts the line; in process, its body fails when it is read. */
export async function cutShort(c: Context): Promise<Response> {
  const { outgoing } = bindings(c);
  const whole = new Uint8Array(await c.res.arrayBuffer());
  const half = whole.slice(0, Math.floor(whole.length / 2));
  const { status, headers } = c.res;
  if (outgoing === undefined) return new Response(failingAfter(half), { status, headers });
  const named = { ...Object.fromEntries(headers), "content-length": String(whole.length) };
  outgoing.writeHead(status, named);
  await new Promise((resolve) => outgoing.write(half, resolve));
  return cutConnection(c);
}

function failingAfter(half: Uint8Array): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) {
        controller.error(new ConnectionCutError("the answer broke off"));
      } else {
        sent = true;
        controller.enqueue(half);
      }
    },
  });
}

function bindings(c: Context): Partial<HttpBindings> {
  return (c.env ?? {}) as Partial<HttpBindings>;
}
