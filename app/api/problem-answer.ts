import type { Problem } from "@/lib/contract/problem";
import { LedgerError, TooManyError } from "@/lib/ledger/ledger-error";

const STATUS: Readonly<Record<Problem["kind"], number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  conflict: 409,
  "too-large": 413,
  unavailable: 503,
  "too-many": 429,
};

/** The headers of every answer: private, not cached, and no content sniffing. */
const HEADERS = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };

/** Runs a handler, streams lines or answers JSON, and turns whatever it throws into a problem that tells nothing of the inside. */
export async function answering(handle: () => Promise<unknown>): Promise<Response> {
  try {
    const answer = await handle();
    return answer instanceof ReadableStream
      ? new Response(answer, { headers: { ...HEADERS, "Content-Type": "application/x-ndjson" } })
      : Response.json(answer, { headers: HEADERS });
  } catch (error) {
    const refusal = error instanceof LedgerError ? error : unforeseen(error);
    if (refusal.kind === "unavailable") console.error(refusal.message, refusal.cause);
    const { kind, message, field } = refusal;
    return Response.json({ kind, message, field } satisfies Problem, {
      status: refusal instanceof UnsupportedMediaType ? 415 : STATUS[kind],
      headers: {
        ...HEADERS,
        ...(kind === "unauthenticated" && { "WWW-Authenticate": "Bearer" }),
        ...(kind === "unavailable" && { "Retry-After": "2" }),
        ...(refusal instanceof TooManyError && { "Retry-After": String(refusal.retryAfter) }),
      },
    });
  }
}

/** The request's Content-Type is not JSON. */
export class UnsupportedMediaType extends LedgerError {
  constructor() {
    super("invalid", "The Content-Type must be application/json.");
  }
}

function unforeseen(cause: unknown): LedgerError {
  return new LedgerError(
    "unavailable",
    "Something went wrong on the server. Nothing was recorded.",
    null,
    {
      cause,
    },
  );
}
