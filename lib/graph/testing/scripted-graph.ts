import { openGraph } from "../client";
import type { Clock } from "../clock";
import type { Graph } from "../graph";

export interface Scripted {
  readonly graph: Graph;
  readonly sent: { url: string; method: string; authorization: string | null }[];
  readonly waits: number[];
  readonly tokenRequests: { scopes: readonly string[]; claims: string | undefined }[];
}

export type Answer = () => Response;

/** An answer with a body and, where given, another status and headers. */
export const say = (body: unknown, status = 200, headers: Record<string, string> = {}): Answer => {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return () =>
    new Response(text, { status, headers: { "content-type": "application/json", ...headers } });
};
/** Graph's 429. */
export const tooMany = (headers: Record<string, string> = {}) =>
  say({ error: { code: "TooManyRequests", message: "Please retry again later." } }, 429, headers);
/** A connection that breaks. */
export const lost: Answer = () => {
  throw new TypeError("fetch failed");
};
/** A page of one. */
export const page = (id: string, nextLink?: string) =>
  say({ value: [{ id }], ...(nextLink !== undefined && { "@odata.nextLink": nextLink }) });

/** Graph as a script of answers; the last one is given for ever. */
export function scripted(...answers: readonly Answer[]): Scripted {
  const sent: Scripted["sent"] = [];
  const waits: number[] = [];
  const tokenRequests: Scripted["tokenRequests"] = [];
  let now = Date.parse("2026-11-20T12:00:00Z");
  const clock: Clock = {
    now: () => now,
    random: () => 0,
    sleep: (milliseconds) => {
      waits.push(milliseconds / 1_000);
      now += milliseconds;
      return Promise.resolve();
    },
  };
  const fetch: typeof globalThis.fetch = (url, init) => {
    const headers = new Headers(init?.headers);
    sent.push({
      url: url instanceof Request ? url.url : url.toString(),
      method: init?.method ?? "GET",
      authorization: headers.get("authorization"),
    });
    const answer = answers[Math.min(sent.length, answers.length) - 1] ?? lost;
    return new Promise((resolve) => {
      resolve(answer());
    });
  };
  const token = (scopes: readonly string[], claims?: string) => {
    tokenRequests.push({ scopes, claims });
    return Promise.resolve(`token-${tokenRequests.length}`);
  };
  return {
    graph: openGraph({ root: "https://graph.test", token, fetch, clock }),
    sent,
    waits,
    tokenRequests: tokenRequests,
  };
}
