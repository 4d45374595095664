import { GraphError } from "./graph-error";
import type { z } from "zod";

/** Parses the body of an answer with the schema: JSON, or plain text as for `$count`. */
export async function bodyOf<T>(
  response: Response,
  schema: z.ZodType<T>,
  path: string,
): Promise<T> {
  const about = path.split("?", 1).join("");
  const requestId = response.headers.get("request-id");
  const answer = { status: response.status, ...(requestId === null ? {} : { requestId }) };
  let said: unknown;
  try {
    const isText = (response.headers.get("content-type") ?? "").startsWith("text/plain");
    said = isText ? await response.text() : await response.json();
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new GraphError("malformed", `${about}: the answer broke off`, answer, { cause });
  }
  const parsed = schema.safeParse(said);
  if (parsed.success) return parsed.data;
  const { error: cause } = parsed;
  throw new GraphError("malformed", `${about}: an answer of another shape`, answer, { cause });
}
