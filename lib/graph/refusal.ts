import { GraphError, type GraphErrorKind } from "./graph-error";
import { retryAfterSeconds } from "./retry-after";
import "./jitless";
import { z } from "zod";

const errorOnWire = z.object({
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }),
});

/** Turns an answer that is not a success into our own error. https://learn.microsoft.com/graph/errors */
export async function refusalOf(
  response: Response,
  failedRequest: { readonly method: string; readonly path: string; readonly now: number },
): Promise<GraphError> {
  const { code, message } = await wordsOf(response);
  const requestId = response.headers.get("request-id");
  const wait = retryAfterSeconds(response.headers.get("retry-after"), failedRequest.now);
  return new GraphError(
    kindOfRefusal(response.status, code, failedRequest.method !== "GET"),
    `${failedRequest.method} ${failedRequest.path.split("?", 1).join("")}: ${response.status} ${code ?? ""} ${message ?? ""}`.trimEnd(),
    {
      status: response.status,
      ...(code === null ? {} : { code }),
      ...(message === null ? {} : { words: message }),
      ...(requestId === null ? {} : { requestId }),
      ...(wait === null ? {} : { retryAfterSeconds: wait }),
    },
  );
}

/** What is known to be said where a licence is missing; access reviews have words of their own, which nobody published. */
const LICENCE = /nonpremium|premiumlicen[cs]e|licen[cs]e(required|missing)|missinglicen[cs]e/i;

/** What a status and a code mean to us; a writing that was met by a broken gateway may have been applied. */
export function kindOfRefusal(
  status: number,
  code: string | null,
  writes: boolean,
): GraphErrorKind {
  switch (status) {
    case 401:
      return "signed-out";
    case 403:
      return isLicence(code) ? "licence-missing" : "forbidden";
    // Privileged Identity Management says so with this status.
    case 400:
      return isLicence(code) ? "licence-missing" : "bad-request";
    case 404:
      return "not-found";
    case 429:
      return "throttled";
    case 503:
      return "unavailable";
    // The gateway gave up or broke: a write may have reached the directory behind it.
    case 500:
    case 502:
    case 504:
      return writes ? "no-answer" : "unavailable";
    default:
      return "bad-request";
  }
}

function isLicence(code: string | null): boolean {
  return code !== null && LICENCE.test(code);
}

async function wordsOf(
  response: Response,
): Promise<{ readonly code: string | null; readonly message: string | null }> {
  const text = await response.text().catch(() => "");
  const parsed = errorOnWire.safeParse(jsonOrNull(text));
  if (!parsed.success) return { code: null, message: null };
  return { code: parsed.data.error.code ?? null, message: parsed.data.error.message ?? null };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A proxy's HTML page or nothing at all: the status alone has to speak.
    return null;
  }
}
