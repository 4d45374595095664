import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/** Thrown where there is no socket to cut, so that a request in process fails as a cut line does. */
export class ConnectionCutError extends Error {
  override readonly name = "ConnectionCutError";
}

const HTTP2_INTERNAL_ERROR = 2;

/** Cuts the line under this request; only its own stream where many share one connection. */
export function cutConnection(c: Context): Response {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
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

/** The same answer, whose body breaks off in the middle. */
export async function cutShort(response: Response): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer());
  const half = whole.slice(0, Math.floor(whole.length / 2));
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) {
        controller.error(new ConnectionCutError("the answer broke off"));
      } else {
        sent = true;
        controller.enqueue(half);
      }
    },
  });
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  return new Response(body, { status: response.status, headers });
}
