import type { z } from "zod";
import { LedgerError } from "@/lib/ledger/ledger-error";
import { UnsupportedMediaType } from "./problem-answer";

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
