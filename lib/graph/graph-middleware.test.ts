import { expect, test } from "vitest";
import { openGraph } from "./client";
import { NotSentError } from "./graph-error";
import { say, scripted } from "./testing/scripted-graph";
import "./jitless";
import { z } from "zod";

const options = { scopes: ["User.Read.All"], schema: z.object({ id: z.string() }) };
const expired = say({ error: { code: "InvalidAuthenticationToken" } }, 401);

test("A token that ran out on its way is replaced once, for a reading, a batch and a writing", async () => {
  const reading = scripted(expired, say({ id: "a" }));
  expect(await reading.graph.read("/users/a", options)).toEqual({ id: "a" });
  expect(reading.sent.map(({ authorization }) => authorization)).toEqual([
    "Bearer token-1",
    "Bearer token-2",
  ]);
  const { scopes } = options;
  const answered = say({ responses: [{ id: "a", status: 200, body: {} }] });
  const batch = scripted(expired, answered);
  const request = { id: "a", method: "GET", path: "/users/a" } as const;
  expect((await batch.graph.batch([request], { scopes })).get("a")?.status).toBe(200);
  const writing = scripted(expired, say({}, 202));
  expect((await writing.graph.send("PATCH", "/users/a", { scopes, body: {} })).status).toBe(202);
  const always = scripted(expired);
  await expect(always.graph.read("/users/a", options)).rejects.toMatchObject({
    kind: "signed-out",
  });
  expect(always.sent.length).toBe(2);
});

test("A token that is refused although it is still good is not sent again", async () => {
  let sent = 0;
  const graph = openGraph({
    root: "https://graph.test",
    token: () => Promise.resolve("the same"),
    fetch: () => {
      sent += 1;
      return Promise.resolve(expired());
    },
  });
  await expect(graph.read("/users/a", options)).rejects.toMatchObject({ kind: "signed-out" });
  expect(sent).toBe(1);
});

test.each([
  ["the session is lost", { name: "SignInNeeded", sessionEnded: true }, "signed-out"],
  ["the authority is unreachable", { name: "IdentityError", kind: "unreachable" }, "unavailable"],
  ["the authority refuses", { name: "IdentityError", kind: "misconfigured" }, "signed-out"],
])(
  "A token that is missing because %s is told from a missing consent",
  async (_what, input, kind) => {
    const refusal = Object.assign(new Error("no token"), input);
    const graph = openGraph({
      root: "https://graph.test",
      token: () => Promise.reject(refusal),
      fetch: () => Promise.reject(new TypeError("must not be sent")),
    });
    await expect(graph.read("/users/a", options)).rejects.toMatchObject({ kind, cause: refusal });
  },
);

test("A writing that is not allowed any more goes out neither first nor with another token", async () => {
  const { scopes } = options;
  const late = scripted(say({}, 202));
  await expect(
    late.graph.send("PATCH", "/users/a", { scopes, body: {}, maySend: () => false }),
  ).rejects.toThrow(NotSentError);
  expect(late.sent).toEqual([]);
  const again = scripted(expired, say({}, 202));
  const allowed = [true, false];
  await expect(
    again.graph.send("PATCH", "/users/a", { scopes, maySend: () => allowed.shift() ?? false }),
  ).rejects.toThrow(NotSentError);
  expect(again.sent).toHaveLength(1);
});
