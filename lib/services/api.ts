import type { EntriesAnswer, EntriesRequest } from "@/lib/contract/entries";
import { ApiError } from "@/lib/contract/api-error";
import type { Instant } from "@/lib/domain/time";

/** Anything that makes sense of an answer or throws; a schema of lib/contract is one. */
export interface Parser<T> {
  parse(value: unknown): T;
}

export interface ApiInit {
  readonly method?: "GET" | "POST" | "PUT";
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** What a success is; a failure is always JSON. */
  readonly as?: "json" | "text";
}

export type CallApi = <T>(
  path: string,
  /** Loaded when it is needed: contracts bring zod, which the first page does not wait for. */
  schema: () => Promise<Parser<T>>,
  init?: ApiInit,
) => Promise<T>;

/** Opens our own API for one signed-in person; every failure is an ApiError. */
export function openApi(services: {
  /** A token for our own API. */
  readonly token: () => Promise<string>;
  readonly fetch?: typeof globalThis.fetch;
  /** Called for each answer with a `Date` header, with that date and how long the request took. */
  readonly onDate?: (date: Instant, tookMilliseconds: number) => void;
}): CallApi {
  const fetch = services.fetch ?? globalThis.fetch.bind(globalThis);
  return async (path, schema, init = {}) => {
    const token = await tokenOrSignIn(services.token);
    const askedAt = performance.now();
    const response = await ask(fetch, path, token, init);
    const date = Date.parse(response.headers.get("date") ?? "");
    if (!Number.isNaN(date)) services.onDate?.(date, performance.now() - askedAt);
    const body = await (response.ok && init.as === "text" ? textOf(response) : bodyOf(response));
    if (!response.ok) throw await problemOf(response.status, body);
    const parser = await schema();
    try {
      return parser.parse(body);
    } catch (cause) {
      throw new ApiError("malformed", `${path} answered in words we do not know`, null, { cause });
    }
  };
}

async function tokenOrSignIn(token: () => Promise<string>): Promise<string> {
  try {
    return await token();
  } catch (cause) {
    throw new ApiError("sign-in-needed", "No token for our own API", null, { cause });
  }
}

async function ask(
  fetch: typeof globalThis.fetch,
  path: string,
  token: string,
  { method = "GET", body, signal }: ApiInit,
): Promise<Response> {
  const headers = new Headers({ Authorization: `Bearer ${token}`, Accept: "application/json" });
  if (body !== undefined) headers.set("Content-Type", "application/json");
  try {
    return await fetch(path, {
      method,
      headers,
      cache: "no-store",
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw new ApiError("no-answer", `${method} ${path} was not answered`, null, { cause });
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
  } catch (cause) {
    // A success whose body was cut off may have been carried out: the caller has to try again.
    const kind = response.ok ? "no-answer" : "unavailable";
    throw new ApiError(kind, `${response.status} with a body that is no JSON`, null, { cause });
  }
}

/** A text that was cut off does not count. */
async function textOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    throw new ApiError("no-answer", "The answer was cut off", null, { cause });
  }
}

async function problemOf(status: number, body: unknown): Promise<ApiError> {
  const { problem } = await import("@/lib/contract/problem");
  const said = problem.safeParse(body);
  if (said.success) return new ApiError(said.data.kind, said.data.message, said.data.field);
  const kind = status === 401 ? "unauthenticated" : status === 403 ? "forbidden" : "unavailable";
  return new ApiError(status >= 500 ? "unavailable" : kind, `Our API answered ${status}`);
}

/** Appends to the ledger: all entries or none, and resolved means durable. */
export function appendEntries(api: CallApi, request: EntriesRequest): Promise<EntriesAnswer> {
  const schema = async () => (await import("@/lib/contract/entries")).entriesAnswer;
  return api<EntriesAnswer>("/api/entries", schema, { method: "POST", body: request });
}
