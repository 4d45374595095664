import { expect, test } from "vitest";
import { openGraph } from "./client";
import type { Graph } from "./graph";
import { MOST_TRIES } from "./graph-middleware";
import { lost, page, say, scripted, tooMany } from "./testing/scripted-graph";
import { simulatedGraph } from "./testing/simulated-graph";
import "./jitless";
import { z } from "zod";

const options = { scopes: ["User.Read.All"], schema: z.object({ id: z.string() }) };

async function idsOf(graph: Graph): Promise<string[]> {
  const found: string[] = [];
  for await (const { items } of graph.pages("/users?$top=1", options)) {
    found.push(...items.map(({ id }) => id));
  }
  return found;
}

test("A reading goes below the root with a token for its scopes", async () => {
  const { graph, sent, tokenRequests } = scripted(say({ id: "a" }));
  expect(await graph.read("/users/a?$select=id,mail", options)).toEqual({ id: "a" });
  expect(sent).toEqual([
    {
      url: "https://graph.test/v1.0/users/a?$select=id,mail",
      method: "GET",
      authorization: "Bearer token-1",
    },
  ]);
  expect(tokenRequests[0]?.scopes).toEqual(["User.Read.All"]);
});

test("A page link is followed as it is, whichever name of the root it bears", async () => {
  const { graph, sent } = scripted(
    page("a", "https://graph.microsoft.com/v1.0/users?$skiptoken=R%2Bz&$top=1&x=a=b"),
    page("b", "https://graph.test/v1.0/users?$skiptoken=2"),
    page("c"),
  );
  expect(await idsOf(graph)).toEqual(["a", "b", "c"]);
  expect(sent.map(({ url }) => url).slice(1)).toEqual([
    "https://graph.test/v1.0/users?$skiptoken=R%2Bz&$top=1&x=a=b",
    "https://graph.test/v1.0/users?$skiptoken=2",
  ]);
});

test.each([
  ["another host", "https://evil.example/v1.0/users?$skiptoken=1"],
  ["a host that only begins like Graph", "https://graph.microsoft.com.evil.example/v1.0/users"],
  ["a host behind a user name", "https://graph.microsoft.com@evil.example/v1.0/users"],
  ["Graph without encryption", "http://graph.microsoft.com/v1.0/users"],
  ["another version", "https://graph.microsoft.com/beta/users"],
  ["nowhere", "users?$skiptoken=1"],
])("A page link to %s ends the reading, and no request leaves", async (_where, link) => {
  const { graph, sent } = scripted(page("a", link));
  await expect(idsOf(graph)).rejects.toMatchObject({ kind: "malformed" });
  expect(sent.length).toBe(1);
});

test("A page link that repeats ends the reading", async () => {
  const { graph, sent } = scripted(
    page("a", "https://graph.microsoft.com/v1.0/users?$skiptoken=1"),
  );
  await expect(idsOf(graph)).rejects.toThrow("A page link repeats.");
  expect(sent.length).toBe(2);
});

test("Custom headers go with every page", async () => {
  const seen: (string | null)[] = [];
  const fetch: typeof globalThis.fetch = (_url, init) => {
    seen.push(new Headers(init?.headers).get("ConsistencyLevel"));
    const next = "https://graph.microsoft.com/v1.0/users?$skiptoken=1";
    return Promise.resolve(seen.length === 1 ? page("a", next)() : page("b")());
  };
  const graph = openGraph({ root: "https://graph.test", token: () => Promise.resolve("t"), fetch });
  const headers = { ConsistencyLevel: "eventual" };
  const found: string[] = [];
  for await (const { items } of graph.pages("/users", { ...options, headers })) {
    found.push(...items.map(({ id }) => id));
  }
  expect(found).toEqual(["a", "b"]);
  expect(seen).toEqual(["eventual", "eventual"]);
});

test.each([
  ["says how long", { "retry-after": "12" }, 12],
  ["says until when", { "retry-after": "Fri, 20 Nov 2026 12:00:07 GMT" }, 7],
  ["says nothing", {}, 1],
  ["says less than nothing", { "retry-after": "-1" }, 1],
  ["says nonsense", { "retry-after": "soon" }, 1],
  ["says at once", { "retry-after": "0" }, 1],
])("When Graph throttles and %s, the reading waits accordingly", async (_how, headers, wait) => {
  const { graph, waits } = scripted(tooMany(headers), say({ id: "a" }));
  expect(await graph.read("/users/a", options)).toEqual({ id: "a" });
  expect(waits).toEqual([wait]);
});

test("Without advice each wait is longer, none above a minute, and the last try is the last", async () => {
  const { graph, waits, sent } = scripted(tooMany());
  await expect(graph.read("/users/a", options)).rejects.toMatchObject({ kind: "throttled" });
  expect(sent.length).toBe(MOST_TRIES);
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test("A Retry-After of a day is reported instead of waited for", async () => {
  const { graph, waits } = scripted(tooMany({ "retry-after": "86400" }));
  await expect(graph.read("/users/a", options)).rejects.toMatchObject({
    kind: "throttled",
    answer: { retryAfterSeconds: 86_400 },
  });
  expect(waits).toEqual([]);
});

test.each([
  ["503", say("", 503)],
  ["504", say("", 504)],
  ["a lost connection", lost],
  ["a truncated answer", say('{"id":"a')],
])("A reading survives %s", async (_what, trouble) => {
  const { graph, sent } = scripted(trouble, say({ id: "a" }));
  expect(await graph.read("/users/a", options)).toEqual({ id: "a" });
  expect(sent.length).toBe(2);
});

test("An answer of another shape is believed the third time", async () => {
  const { graph, sent } = scripted(say({ id: 7 }));
  await expect(graph.read("/users/a", options)).rejects.toMatchObject({ kind: "malformed" });
  expect(sent.length).toBe(3);
});

test.each([
  ["a lost connection", lost, "no-answer"],
  ["504", say("", 504), "no-answer"],
  ["500", say("", 500), "no-answer"],
  ["503", say("", 503), "unavailable"],
  ["429", tooMany({ "retry-after": "1" }), "throttled"],
])(
  "A writing met by %s is sent exactly once and is called by its name",
  async (_what, trouble, kind) => {
    const { graph, sent, waits } = scripted(trouble);
    const sending = graph.send("POST", "/invitations", { scopes: ["User.Invite.All"], body: {} });
    await expect(sending).rejects.toMatchObject({ kind });
    expect([sent.length, waits]).toEqual([1, []]);
  },
);

test("A claims challenge is answered once, with the claims it asked for", async () => {
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
  const header = `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"`;
  const challenge = say({ error: { code: "TokenRevoked" } }, 401, { "www-authenticate": header });
  const once = scripted(challenge, say({ id: "a" }));
  expect(await once.graph.read("/users/a", options)).toEqual({ id: "a" });
  expect(once.tokenRequests.map(({ claims }) => claims)).toEqual([undefined, claims]);
  const twice = scripted(challenge);
  await expect(twice.graph.read("/users/a", options)).rejects.toMatchObject({ kind: "signed-out" });
  expect(twice.sent.length).toBe(2);
});

test("A token that needs the person is reported, and nothing is sent", async () => {
  const refusal = Object.assign(new Error("consent"), { name: "SignInNeeded" });
  let sent = 0;
  const graph = openGraph({
    root: "https://graph.test",
    token: () => Promise.reject(refusal),
    fetch: () => {
      sent += 1;
      return Promise.reject(new TypeError("must not be sent"));
    },
  });
  const reading = graph.read("/users/a", options);
  await expect(reading).rejects.toMatchObject({ kind: "needs-consent", cause: refusal });
  expect(sent).toBe(0);
});

test("A reading that is called off stops asking", async () => {
  const { graph, sent } = scripted(say({ id: "a" }));
  const signal = AbortSignal.abort();
  await expect(graph.read("/users/a", { ...options, signal })).rejects.toBe(signal.reason);
  expect(sent).toEqual([]);
});

test("A reading that is called off while it waits gives up at once", async () => {
  const calling = new AbortController();
  const { graph, sent } = scripted(() => {
    calling.abort();
    return tooMany()();
  });
  const { signal } = calling;
  await expect(graph.read("/users/a", { ...options, signal })).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(sent.length).toBe(1);
});

test("A batch is asked in twenties, whatever comes shuffled, missing or put off", async () => {
  const { graph, tenant, strikes, sent } = simulatedGraph({ guests: 45 });
  strikes({ kind: "batch-shuffled" }, { kind: "batch-item-missing", chance: 0.2, times: 5 });
  strikes({ kind: "batch-partial-throttle", chance: 0.2, times: 5 });
  const ids = [...tenant.directory.users.keys()].slice(0, 45);
  const requests = ids.map((id) => ({
    id,
    method: "GET" as const,
    path: `/users/${id}?$select=id`,
  }));
  const answers = await graph.batch(requests, { scopes: ["User.Read.All"] });
  expect(ids.map((id) => answers.get(id)?.body)).toEqual(
    ids.map((id) => expect.objectContaining({ id }) as unknown),
  );
  expect(sent.length).toBeGreaterThan(3);
});
