import type { Intent, IntentKind } from "@/lib/domain/intent";
import type { Graph } from "../graph";
import { GraphError } from "../graph-error";
import "../jitless";
import { z } from "zod";
import { scopesToSend } from "./scopes";

/** What Graph said to an intent that was accepted. */
export interface SentIntent {
  /** Graph's own id of the request. */
  readonly requestId: string | null;
  /** The id of what was made; null where nothing is made, and where the answer broke off after the acceptance. */
  readonly createdId: string | null;
}

const MAKES: ReadonlySet<IntentKind> = new Set<IntentKind>(["create-review", "create-group"]);

const createdOnWire = z.object({ id: z.string().min(1) });

/** Sends the intent's request word for word, exactly once; Graph is told the intent's id as the client's. */
export async function sendIntent(
  graph: Pick<Graph, "send">,
  intent: Pick<Intent, "id" | "kind" | "request">,
): Promise<SentIntent> {
  const { method, path, body } = intent.request;
  const options = {
    scopes: scopesToSend(intent.kind),
    headers: { "client-request-id": intent.id },
    ...(body !== null && { body }),
  };
  if (!MAKES.has(intent.kind)) {
    const { requestId } = await graph.send(method, path, options);
    return { requestId, createdId: null };
  }
  try {
    const sent = await graph.send(method, path, { ...options, schema: createdOnWire });
    return { requestId: sent.requestId, createdId: sent.body.id };
  } catch (cause) {
    // Graph said that it was made; only what it is called did not arrive, and is found by the marker.
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
