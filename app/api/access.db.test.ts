import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, test, vi } from "vitest";
import { entriesAnswer, type NewEntry } from "@/lib/contract/entries";
import { historyAnswer } from "@/lib/contract/history";
import { recordedResultsAnswer } from "@/lib/contract/recorded-results";
import { asOwner } from "@/lib/ledger/testing/fresh-database";
import {
  answered,
  cardOf,
  carriedOut,
  planned,
  policySet,
  reviewResult,
  templateSaved,
} from "@/lib/ledger/testing/requests";
import { GET as getHealth } from "./health/route";
import { GET as getHistory } from "./history/route";
import { GET as getLive } from "./live/route";
import { POST as acquire } from "./leases/route";
import { POST as release } from "./leases/release/route";
import { GET as getPolicy } from "./policy/route";
import { GET as getRecordedResults } from "./recorded-results/route";
import { GET as getTemplates } from "./review-templates/route";
import { get, openApi, post, postTo, recorded, refusal, type Api } from "./testing/open-api";

let api: Api;

beforeAll(async () => {
  api = await openApi();
});

afterAll(() => api.close());

const operator = () => api.as("Governance.Operator");

const posting = (entries: () => readonly NewEntry[]) => (token: string) =>
  post({ entries: entries(), cards: [] }, token);

function andOutcome<Planned extends NewEntry>(
  plan: () => Planned,
  outcome: (planned: Planned) => NewEntry,
) {
  return () => {
    const planned = plan();
    return [planned, outcome(planned)];
  };
}

const someLease = () => ({ planId: randomUUID(), session: randomUUID() });

describe("Who may do what", () => {
  const all = ["Governance.Reader", "Governance.Operator", "Governance.Administrator"];
  const nobody = ["Other.Role"];
  const routes: [string, (token: string) => Promise<Response>, string[]][] = [
    ["GET /api/history", (token) => get(getHistory, token), all],
    ["GET /api/policy", (token) => get(getPolicy, token), all],
    ["GET /api/review-templates", (token) => get(getTemplates, token), all],
    [
      "GET /api/recorded-results",
      (token) => get(getRecordedResults, token, `reviews=${randomUUID()}`),
      all,
    ],
    ["POST an operation on a guest", posting(() => [planned()]), all.slice(1)],
    ["POST its outcome", posting(andOutcome(planned, carriedOut)), all.slice(1)],
    ["POST an operation on a review", posting(() => [planned("stop-review")]), all.slice(1)],
    ["POST a reviewer's answer and its outcome", posting(andOutcome(answered, carriedOut)), all],
    ["POST review-result", posting(() => [reviewResult()]), all.slice(1)],
    ["POST template-saved", posting(() => [templateSaved()]), all.slice(1)],
    ["POST policy-set", posting(() => [policySet()]), all.slice(2)],
    ["POST /api/leases", (token) => postTo(acquire, someLease(), token), all],
    ["POST /api/leases/release", (token) => postTo(release, someLease(), token), all],
  ];
  const matrix = routes.flatMap(([name, call, allowed]) =>
    [...all, ...nobody].map((role) => ({
      name,
      call,
      role,
      status: allowed.includes(role) ? 200 : 403,
    })),
  );
  test.each(matrix)("$name as $role answers $status", async ({ call, role, status }) => {
    expect((await call(await api.as(role))).status).toBe(status);
  });

  test.each(routes)(
    "%s without a good token answers 401 and says nothing more",
    async (_, call) => {
      const answer = await call(
        await api.as("Governance.Administrator", { aud: "https://graph.microsoft.com" }),
      );
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toBe("Bearer");
      expect(await answer.json()).toEqual({
        kind: "unauthenticated",
        message: "Sign in again.",
        field: null,
      });
    },
  );

  it("what is refused for a role is not recorded, and changes no settings", async () => {
    const reader = await api.as("Governance.Reader");
    const settings = async () => (await get(getPolicy, reader)).json() as Promise<unknown>;
    const before = { entries: await recorded(), settings: await settings() };
    for (const [role, entry] of [
      ["Governance.Reader", planned()],
      ["Governance.Reader", policySet()],
      ["Governance.Operator", policySet()],
    ] as const) {
      const answer = await post({ entries: [entry], cards: [] }, await api.as(role));
      expect(answer.status, `${entry.kind} as ${role}`).toBe(403);
    }
    expect({ entries: await recorded(), settings: await settings() }).toEqual(before);
  });

  it("the program's health is open to all and tells nothing", async () => {
    expect(await (await getHealth()).json()).toEqual({ status: "ok" });
  });
});

describe("Another tenant", () => {
  it("gets nothing of ours by any of our ids, and its own copy of an id", async () => {
    const ours = planned();
    await post({ entries: [ours], cards: [cardOf(ours)] }, await operator());
    const theirs = await api.asForeigner("Governance.Administrator");
    const { guestId, planId } = ours.operation;
    for (const query of ["", `guest=${guestId}`, `plan=${planId}`, "limit=200"]) {
      const answer = await get(getHistory, theirs, query);
      expect(historyAnswer.parse(await answer.json())).toEqual({ rows: [], plans: [], next: null });
    }
    const outcome = await refusal(post({ entries: [carriedOut(ours)], cards: [] }, theirs));
    expect(outcome).toMatchObject({ status: 400, field: "entries[0].operationId" });
    const copy = await post({ entries: [ours], cards: [] }, theirs);
    expect(entriesAnswer.parse(await copy.json()).receipts[0]).toMatchObject({
      seq: 1,
      repeated: false,
    });
  });
});

describe("GET /api/history", () => {
  test.each([
    ["guest=ada", "guest"],
    ["limit=0", "limit"],
    ["limit=201", "limit"],
    ["before=-1", "before"],
    ["before=1e3x", "before"],
    ["from=yesterday", "from"],
    ["kind=purge", "kind"],
    ["result=good", "result"],
    ["tenant=" + randomUUID(), "tenant"],
    ["limit=1&limit=2", "limit"],
    ["before=99999999999999999999", "before"],
  ])("answers 400 for %s, naming the parameter", async (query, field) => {
    const answer = await refusal(get(getHistory, await operator(), query));
    expect(answer).toEqual({ status: 400, kind: "invalid", field });
  });
});

describe("GET /api/recorded-results", () => {
  const ids = (count: number) => Array.from({ length: count }, () => randomUUID()).join(",");
  test.each([
    ["", "reviews"],
    ["reviews=", "reviews[0]"],
    [`reviews=${ids(1)},`, "reviews[1]"],
    [`reviews=${ids(1)},ada`, "reviews[1]"],
    [`reviews=${ids(101)}`, "reviews"],
    [`reviews=${ids(1)}&reviews=${ids(1)}`, "reviews"],
    [`reviews=${ids(1)}&tenant=${randomUUID()}`, "tenant"],
  ])("answers 400 for '%s', naming the parameter", async (query, field) => {
    const answer = await refusal(get(getRecordedResults, await operator(), query));
    expect(answer).toEqual({ status: 400, kind: "invalid", field });
  });

  it("takes a hundred reviews, and tells another tenant nothing of ours", async () => {
    const ours = reviewResult();
    await post({ entries: [ours], cards: [] }, await operator());
    const { reviewId, instanceId } = ours.result;
    const query = `reviews=${ids(99)},${reviewId.toUpperCase()}`;
    const answer = async (token: string) =>
      recordedResultsAnswer.parse(await (await get(getRecordedResults, token, query)).json());
    expect(await answer(await operator())).toEqual({
      instances: [{ reviewId, instanceId, items: 1 }],
    });
    const theirs = await api.asForeigner("Governance.Administrator");
    expect(await answer(theirs)).toEqual({ instances: [] });
  });
});

it("A database that is gone answers 503 without a word of why, and comes back by itself", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const name = new URL(api.url).pathname.slice(1);
  const server = new URL(api.url);
  server.pathname = "/postgres";
  await asOwner(
    server.href,
    `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
  );
  const entry = { entries: [planned()], cards: [] };
  const answer = await post(entry, await operator());
  expect(answer.headers.get("retry-after")).toBe("2");
  expect(await refusal(answer)).toEqual({ status: 503, kind: "unavailable", field: null });
  expect(logged).toHaveBeenCalled();
  const health = await getHealth();
  expect(health.status).toBe(503);
  expect(await health.json()).toEqual({ status: "no-database" });
  expect(getLive().status).toBe(200);
  logged.mockRestore();
  await asOwner(server.href, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  expect((await post(entry, await operator())).status).toBe(200);
  expect((await getHealth()).status).toBe(200);
});
