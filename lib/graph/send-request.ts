import type { GraphRequest } from "@/lib/domain/operation";
import type { Graph } from "./graph";
import { GraphError } from "./graph-error";
import "./jitless";
import { z } from "zod";

/** Graph's answer to an accepted request. */
export interface SentRequest {
  /** Graph's own id of the request. */
  readonly requestId: string | null;
  /** The id of the created object; null where nothing is created, or the answer was cut off after the status. */
  readonly createdId: string | null;
}

const createdOnWire = z.object({ id: z.string().min(1) });

/** Sends a recorded request word for word, exactly once. */
export async function sendRequest(
  graph: Pick<Graph, "send">,
  { method, path, body }: GraphRequest,
  how: {
    /** Sent as `client-request-id`: Entra's audit log knows the request by it. */
    readonly tracking: string;
    readonly scopes: readonly string[];
    /** Whether Graph answers with the created object. */
    readonly creates: boolean;
  },
): Promise<SentRequest> {
  const options = {
    scopes: how.scopes,
    headers: { "client-request-id": how.tracking },
    ...(body !== null && { body }),
  };
  if (!how.creates) {
    const { requestId } = await graph.send(method, path, options);
    return { requestId, createdId: null };
  }
  try {
    const sent = await graph.send(method, path, { ...options, schema: createdOnWire });
    return { requestId: sent.requestId, createdId: sent.body.id };
  } catch (cause) {
    // Graph created it, only the id did not arrive. The marker finds it.
    if (!isAccepted(cause)) throw cause;
    return { requestId: cause.answer.requestId ?? null, createdId: null };
  }
}

function isAccepted(cause: unknown): cause is GraphError {
  return (
    cause instanceof GraphError &&
    cause.kind === "malformed" &&
    (cause.answer.status === 201 || cause.answer.status === 200)
  );
}
