import { expect, test } from "vitest";
import type { Graph } from "./graph";
import { guestsOf, SimulatedReviews } from "./testing/simulated-reviews";
import { lost, say, scripted } from "./testing/scripted-graph";
import { findByMarker } from "./reviews/find-by-marker";
import { sendRequest } from "./send-request";

/** How the creation of a review is sent. */
const creating = (tracking: string) => ({
  tracking,
  scopes: ["AccessReview.ReadWrite.All"],
  creates: true,
});

const WHERE = "/identityGovernance/accessReviews/definitions";

test("A request is sent word for word, with its own id as the client's", async () => {
  const sent: unknown[] = [];
  const graph: Pick<Graph, "send"> = {
    send: (...args) => {
      sent.push(args);
      return Promise.resolve({ status: 204, body: undefined as never, requestId: "req" });
    },
  };
  const body = { decision: "Deny", justification: "  as it was written " };
  const request = { method: "PATCH", path: `${WHERE}/r/instances/i/decisions/x`, body } as const;
  const result = await sendRequest(graph, request, {
    tracking: "a-request",
    scopes: ["AccessReview.ReadWrite.All"],
    creates: false,
  });
  expect(result).toEqual({ requestId: "req", createdId: null });
  const headers = { "client-request-id": "a-request" };
  expect(sent).toEqual([
    [request.method, request.path, { scopes: ["AccessReview.ReadWrite.All"], headers, body }],
  ]);
});

test("Where nothing is to be said, no body is sent", async () => {
  const { graph, sent } = scripted(say("", 200));
  const request = { method: "POST", path: `${WHERE}/r/stop`, body: null } as const;
  await sendRequest(graph, request, { tracking: "i", scopes: [], creates: false });
  expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `POST https://graph.test/v1.0${WHERE}/r/stop`,
  ]);
});

test("What was made is named, and its marker leads back to it", async () => {
  const fixture = new SimulatedReviews();
  const { id, request } = fixture.creation({ scope: guestsOf(fixture.group({ guests: 1 }).id) });
  await fixture.review({ scope: guestsOf(fixture.group({ guests: 1 }).id) });
  const { createdId, requestId } = await sendRequest(fixture.graph, request, creating(id));
  expect(requestId).not.toBeNull();
  const found = await findByMarker(fixture.graph, id, { since: fixture.tenant.clock.now() });
  expect(found).toMatchObject([{ id: createdId }]);
  expect(await findByMarker(fixture.graph, "99999999-0000-4000-8000-000000000000")).toEqual([]);
});

test.each(["gateway-timeout-after-accept", "reset-after-accept"] as const)(
  "After %s it is sent once, and found",
  async (kind) => {
    const fixture = new SimulatedReviews();
    const { id, request } = fixture.creation({ scope: guestsOf(fixture.group({ guests: 1 }).id) });
    fixture.simulated.strikes({ kind, method: "POST", pathPrefix: WHERE, times: 1 });
    await expect(sendRequest(fixture.graph, request, creating(id))).rejects.toMatchObject({
      kind: "no-answer",
    });
    expect((await findByMarker(fixture.graph, id)).length).toBe(1);
  },
);

test("After a gateway that gave up before, nothing is found", async () => {
  const fixture = new SimulatedReviews();
  const { id, request } = fixture.creation({ scope: guestsOf(fixture.group({ guests: 1 }).id) });
  fixture.simulated.strikes({
    kind: "gateway-timeout",
    method: "POST",
    pathPrefix: WHERE,
    times: 1,
  });
  await expect(sendRequest(fixture.graph, request, creating(id))).rejects.toMatchObject({
    kind: "no-answer",
  });
  expect(await findByMarker(fixture.graph, id)).toEqual([]);
});

test("An acceptance whose words broke off is one, without a name", async () => {
  const request = { method: "POST", path: WHERE, body: {} } as const;
  const accepted = scripted(say('{"id":"a', 201, { "request-id": "req" }));
  expect(await sendRequest(accepted.graph, request, creating("i"))).toEqual({
    requestId: "req",
    createdId: null,
  });
  expect(accepted.sent.length).toBe(1);
  const { graph } = scripted(lost);
  const sending = sendRequest(graph, request, creating("i"));
  await expect(sending).rejects.toMatchObject({ kind: "no-answer" });
});

test("Only the newest are looked through where the time is known, and all where no order is had", async () => {
  const id = "11111111-2222-4333-8444-555555555555";
  const at = (day: string) => `2026-11-${day}T00:00:00Z`;
  const next = "https://graph.microsoft.com/v1.0/rows?$skiptoken=1";
  const first = { id: "a", createdDateTime: at("20"), descriptionForAdmins: "None of ours" };
  const old = { id: "b", createdDateTime: at("01"), descriptionForAdmins: `[guestlist ${id}]` };
  const known = scripted(
    say({ value: [first], "@odata.nextLink": next }),
    say({ value: [old], "@odata.nextLink": `${next}2` }),
  );
  const since = Date.parse(at("20"));
  expect((await findByMarker(known.graph, id, { since })).map(({ id: found }) => found)).toEqual([
    "b",
  ]);
  expect(known.sent.length).toBe(2);
  const unordered = scripted(
    say({ error: { code: "Request_BadRequest" } }, 400),
    say({ value: [{ ...old, createdDateTime: at("01") }], "@odata.nextLink": next }),
    say({ value: [first] }),
  );
  expect((await findByMarker(unordered.graph, id, { since })).length).toBe(1);
  expect(unordered.sent.length).toBe(3);
});
