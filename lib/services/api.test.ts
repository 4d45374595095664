import { describe, expect, test } from "vitest";
import { openApi, appendEntries } from "./api";
import { ApiError } from "@/lib/contract/api-error";
import { scopesInCloud } from "./scopes-in-cloud";
import { readWholeHistory } from "@/lib/services/read-history";

interface SentRequest {
  readonly path: string;
  readonly authorization: string | null;
  readonly body: unknown;
}

function answering(...answers: readonly (() => Response)[]) {
  const requests: SentRequest[] = [];
  const fetch: typeof globalThis.fetch = (path, init) => {
    const body = typeof init?.body === "string" ? (JSON.parse(init.body) as unknown) : undefined;
    const authorization = new Headers(init?.headers).get("authorization");
    requests.push({ path: path as string, authorization, body });
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    return new Promise((resolve) => {
      if (answer !== undefined) resolve(answer());
    });
  };
  return { requests, api: openApi({ token: () => Promise.resolve("token"), fetch }) };
}

const say = (status: number, body: unknown) => () => Response.json(body, { status });

async function failureOf(work: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error("It did not fail as it should.");
  return error;
}

const nothing = { entries: [], cards: [] };

describe("our own API", () => {
  test("is asked with a token and answered in words that are checked", async () => {
    const { api, requests } = answering(say(200, { receipts: [] }));
    await expect(appendEntries(api, nothing)).resolves.toEqual({ receipts: [] });
    expect(requests).toEqual([
      { path: "/api/entries", authorization: "Bearer token", body: nothing },
    ]);
  });

  test("says what kind of no it is, and at which field", async () => {
    const problem = { kind: "invalid", message: "No reason.", field: "entries[0].reason" };
    const { api } = answering(say(400, problem));
    const failure = await failureOf(appendEntries(api, nothing));
    expect([failure.kind, failure.field]).toEqual(["invalid", "entries[0].reason"]);
  });

  test.each([
    ["a proxy's page", 502, "unavailable"],
    ["an unknown 403", 403, "forbidden"],
    ["an unknown 401", 401, "unauthenticated"],
  ] as const)("%s is understood by its status", async (_title, status, kind) => {
    const { api } = answering(say(status, { what: "ever" }));
    expect((await failureOf(appendEntries(api, nothing))).kind).toBe(kind);
  });

  test("a success in unknown words is malformed", async () => {
    const { api } = answering(say(200, { receipts: "many" }));
    expect((await failureOf(appendEntries(api, nothing))).kind).toBe("malformed");
  });

  test("a success that was cut off was perhaps done, and counts as no answer", async () => {
    const { api } = answering(() => new Response('{"receipts": [', { status: 200 }));
    expect((await failureOf(appendEntries(api, nothing))).kind).toBe("no-answer");
  });

  test("a lost connection is no answer", async () => {
    const { api } = answering(() => {
      throw new TypeError("fetch failed");
    });
    expect((await failureOf(appendEntries(api, nothing))).kind).toBe("no-answer");
  });

  test("is not asked without a token", async () => {
    const token = () => Promise.reject(new Error("sign in"));
    const fetch = () => Promise.reject(new Error("must not be asked"));
    const api = openApi({ token, fetch });
    expect((await failureOf(appendEntries(api, nothing))).kind).toBe("sign-in-needed");
  });

  test("gives the whole history, page after page", async () => {
    const { api, requests } = answering(
      say(200, { rows: [], next: 7 }),
      say(200, { rows: [], next: null }),
    );
    await readWholeHistory(api, { result: "unresolved" });
    expect(requests.map(({ path }) => path)).toEqual([
      "/api/history?result=unresolved&limit=200",
      "/api/history?result=unresolved&limit=200&before=7",
    ]);
  });
});

test.each([
  ["https://graph.microsoft.com", ["User.Read"]],
  ["http://localhost:4010", ["User.Read"]],
  ["https://graph.microsoft.us", ["https://graph.microsoft.us/User.Read"]],
])("permissions at %s are asked for as %s", (root, names) => {
  expect(scopesInCloud(["User.Read"], root)).toEqual(names);
  expect(scopesInCloud(scopesInCloud(["User.Read"], root), root)).toEqual(names);
});
