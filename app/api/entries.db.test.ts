import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { entriesAnswer } from "@/lib/contract/entries";
import { database } from "@/lib/ledger/database";
import { verifyLedger } from "@/lib/ledger/verify/verify-ledger";
import {
  cardOf,
  carriedOut,
  planned,
  policySet,
  reviewResult,
  templateSaved,
} from "@/lib/ledger/testing/requests";
import { OTHER_TENANT, TENANT } from "@/lib/ledger/testing/token-issuer";
import { openApi, post, recorded, refusal, type Api } from "./testing/open-api";

let api: Api;

beforeAll(async () => {
  api = await openApi();
});

afterAll(() => api.close());

const operator = () => api.as("Governance.Operator");

describe("POST /api/entries", () => {
  it("records and gives receipts that nobody may cache", async () => {
    const block = planned();
    const answer = await post({ entries: [block], cards: [cardOf(block)] }, await operator());
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(entriesAnswer.parse(await answer.json()).receipts[0]?.id).toBe(block.id);
  });

  it("records one entry for a hundred identical requests at once", async () => {
    const before = await recorded();
    const token = await operator();
    const body = { entries: [planned()], cards: [] };
    const answers = await Promise.all(Array.from({ length: 100 }, () => post(body, token)));
    const receipts = await Promise.all(
      answers.map(async (answer) => entriesAnswer.parse(await answer.json()).receipts[0]),
    );
    expect(receipts.filter((receipt) => receipt?.repeated === false)).toHaveLength(1);
    expect(new Set(receipts.map((receipt) => receipt?.hash)).size).toBe(1);
    expect(await recorded()).toBe(before + 1);
    expect(await verifyLedger(await database(), TENANT)).toMatchObject({ fault: null });
  });

  it("takes ids in capitals for the same ids", async () => {
    const entry = policySet();
    const token = await api.as("Governance.Administrator");
    await post({ entries: [entry], cards: [] }, token);
    const again = await post(
      { entries: [{ ...entry, id: entry.id.toUpperCase() }], cards: [] },
      token,
    );
    expect(entriesAnswer.parse(await again.json()).receipts[0]?.repeated).toBe(true);
  });

  const good = planned();
  const wrong = (change: object) => ({ ...good, operation: { ...good.operation, ...change } });
  const body = (...entries: unknown[]) => ({ entries, cards: [] });
  const request = "entries[0].operation.steps[0].request";
  const requestBody = `${request}.body`;
  const creation = planned("create-review");
  const asking = (change: object) => ({
    ...creation,
    operation: {
      ...creation.operation,
      steps: creation.operation.steps.map((step) => ({
        ...step,
        request: { ...step.request, ...change },
      })),
    },
  });
  const requesting = (sent: unknown) => asking({ body: sent });
  const nestedRequest = JSON.stringify(body(requesting("x"))).replace(
    '"body":"x"',
    `"body":${"[".repeat(9_000)}${"]".repeat(9_000)}`,
  );
  const result = reviewResult();
  test.each<[string, unknown, string | null]>([
    ["not JSON", "{", null],
    ["an empty body", "", null],
    ["not an object", "[]", null],
    ["no cards", { entries: [good] }, "cards"],
    ["no entries", body(), "entries"],
    ["too many entries", body(...Array.from({ length: 501 }, () => policySet())), "entries"],
    ["a member we do not know", { ...body(good), tenant: OTHER_TENANT }, "tenant"],
    ["an entry of another kind", body(good, { ...good, kind: "erased" }), "entries[1].kind"],
    ["an id that is none", body(good, { ...good, id: "1" }), "entries[1].id"],
    ["no reason", body(wrong({ reason: undefined })), "entries[0].operation.reason"],
    ["an empty reason", body(wrong({ reason: "  " })), "entries[0].operation.reason"],
    [
      "a reason too long",
      body(wrong({ reason: "x".repeat(1_001) })),
      "entries[0].operation.reason",
    ],
    ["half a character", body(good, wrong({ reason: "\ud800" })), "entries[1].operation.reason"],
    ["a null character", body(wrong({ reason: "a\0" })), "entries[0].operation.reason"],
    ["an operation of no kind", body(wrong({ kind: "purge" })), "entries[0].operation.kind"],
    [
      "a name beside the facts",
      body(wrong({ displayName: "Ada" })),
      "entries[0].operation.displayName",
    ],
    [
      "a wrong fact",
      body(wrong({ known: { ...good.operation.known, enabled: "yes" } })),
      "entries[0].operation.known.enabled",
    ],
    [
      "a card without a subject",
      { entries: [good], cards: [{ displayName: "A", mail: null }] },
      "cards[0].subjectId",
    ],
    [
      "a card's broken name",
      { entries: [good], cards: [{ ...cardOf(good), displayName: "\udfff" }] },
      "cards[0].displayName",
    ],
    ["an outcome of nothing", body(good, carriedOut(planned())), "entries[1].operationId"],
    ["a request nested without end", nestedRequest, requestBody],
    ["a request that is too long", body(requesting("x".repeat(200_001))), requestBody],
    ["a name in a request that cannot be kept", body(requesting({ "a\0": 1 })), requestBody],
    ["a request of another method", body(asking({ method: "GET" })), `${request}.method`],
    ["a request to anywhere", body(asking({ path: "https://evil.example" })), `${request}.path`],
    [
      "a guest's name beside a result",
      body({ ...result, result: { ...result.result, guestName: "Ada" } }),
      "entries[0].result.guestName",
    ],
    [
      "a template that is no draft",
      body(templateSaved({ draft: { name: "x" } as never })),
      "entries[0].draft.descriptionForAdmins",
    ],
    ["a template without a name", body(templateSaved({ name: " " })), "entries[0].name"],
    [
      "a template with a name too long",
      body(templateSaved({ name: "x".repeat(121) })),
      "entries[0].name",
    ],
    ["__proto__ as a member", `{"entries":[],"cards":[],"__proto__":{"x":1}}`, "entries"],
  ])("answers 400 and records nothing for %s, naming the field", async (_, sent, field) => {
    const before = await recorded();
    const answer = await refusal(post(sent, await operator()));
    expect(answer).toEqual({ status: 400, kind: "invalid", field });
    expect(await recorded()).toBe(before);
  });

  it("answers 409 for another body under a known id", async () => {
    const token = await operator();
    await post(body(good), token);
    const answer = await refusal(post(body(wrong({ reason: "Other" })), token));
    expect(answer).toEqual({ status: 409, kind: "conflict", field: "entries[0].id" });
  });

  it("answers 413 for more than a mebibyte, whatever the header says", async () => {
    const large = `{"entries":"${"x".repeat(1024 * 1024)}"}`;
    expect(await refusal(post(large, await operator()))).toMatchObject({
      status: 413,
      kind: "too-large",
    });
    const lying = post(large, await operator(), { "content-length": "2" });
    expect(await refusal(lying)).toMatchObject({ status: 413 });
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""])(
    "answers 415 for content type '%s', which a foreign page could send unasked",
    async (contentType) => {
      const answer = post(body(planned()), await operator(), { "content-type": contentType });
      expect(await refusal(answer)).toMatchObject({ status: 415, kind: "invalid" });
    },
  );
});
