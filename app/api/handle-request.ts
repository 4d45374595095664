import type { Problem } from "@/lib/contract/problem";
import { LedgerError, TooManyError } from "@/lib/ledger/ledger-error";
import type { z } from "zod";

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
class UnsupportedMediaType extends LedgerError {
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

/** Largest body that is read, in bytes. */
const BODY_MAX = 1024 * 1024;

/** Reads a JSON body that fits the schema; refuses any other and names the field at fault. */
export async function parseBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(contentType)) throw new UnsupportedMediaType();
  const text = await readText(request);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw new LedgerError("invalid", "The body is not JSON.", null, { cause });
  }
  return parse(body, schema);
}

/** Reads the query of an address that fits the schema; a parameter given twice is refused. */
export function parseQuery<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): z.output<Schema> {
  const parameters = [...new URL(request.url).searchParams];
  const query = Object.fromEntries(parameters);
  if (Object.keys(query).length < parameters.length) {
    const names = parameters.map(([name]) => name);
    const twice = names.find((name, index) => names.indexOf(name) < index);
    throw new LedgerError("invalid", "A parameter can be given only once.", twice ?? null);
  }
  return parse(query, schema);
}

function parse<Schema extends z.ZodType>(value: unknown, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const extra = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    const path = [...(issue?.path ?? []), ...extra];
    throw new LedgerError("invalid", issue?.message ?? "Invalid input.", fieldName(path));
  }
  const unstorable = findUnstorable(parsed.data, []);
  if (unstorable === null) return parsed.data;
  throw new LedgerError("invalid", "Half a character or a null character.", fieldName(unstorable));
}

/** `entries[3].operation.reason`, or null for the whole. */
function fieldName(path: readonly PropertyKey[]): string | null {
  if (path.length === 0) return null;
  return path.reduce<string>(
    (name, part) =>
      typeof part === "number" ? `${name}[${part}]` : `${name}${name && "."}${String(part)}`,
    "",
  );
}

const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Where a text stands, or a name, that PostgreSQL cannot keep: with a null character or half a surrogate pair. */
function findUnstorable(
  value: unknown,
  path: readonly PropertyKey[],
): readonly PropertyKey[] | null {
  if (typeof value === "string") return UNSTORABLE.test(value) ? path : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    if (UNSTORABLE.test(key)) return path;
    const found = findUnstorable(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found !== null) return found;
  }
  return null;
}

async function readText(request: Request): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const stream = request.body as ReadableStream<Uint8Array> | null;
  let size = 0;
  let text = "";
  try {
    for await (const chunk of stream ?? []) {
      size += chunk.byteLength;
      if (size > BODY_MAX) throw new LedgerError("too-large", "The body is larger than 1 MiB.");
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (cause) {
    if (cause instanceof LedgerError) throw cause;
    throw new LedgerError("invalid", "The body is not UTF-8, or ended early.", null, { cause });
  }
}
