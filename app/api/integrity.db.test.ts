import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, test, vi } from "vitest";
import { erasureAnswer, erasurePreview } from "@/lib/contract/erasures";
import { historyAnswer } from "@/lib/contract/history";
import {
  checkAnswer,
  checkpointTaken,
  integrityAnswer,
  proofAnswer,
} from "@/lib/contract/integrity";
import { PERSON_LIMIT } from "@/lib/ledger/append-limits";
import { checkProof } from "@/lib/ledger/checkpoints/proofs";
import { readVerifierKey } from "@/lib/ledger/checkpoints/signed-note";
import { asOwner } from "@/lib/ledger/testing/fresh-database";
import { answered, cardOf, planned } from "@/lib/ledger/testing/requests";
import { OTHER_TENANT, TENANT, USER } from "@/lib/ledger/testing/token-issuer";
import { tamper } from "@/lib/ledger/testing/tampering";
import { verifyText } from "@/lib/ledger/testing/signed-history";
import { GET as preview, POST as erase } from "./erasures/route";
import { POST as check } from "./integrity/check/route";
import { POST as sign } from "./integrity/checkpoint/route";
import { GET as exportAll } from "./integrity/export/route";
import { GET as prove } from "./integrity/proof/route";
import { GET as getIntegrity } from "./integrity/route";
import { GET as getHistory } from "./history/route";
import { get, openApi, post, postTo, recorded, refusal, type Api } from "./testing/open-api";

let api: Api;

beforeAll(async () => {
  vi.stubEnv("CHECKPOINT_KEY", randomBytes(32).toString("base64"));
  api = await openApi();
});

afterAll(() => api.close());

const administrator = () => api.as("Governance.Administrator");

async function answerOf<Answer>(
  response: Promise<Response>,
  schema: { parse: (value: unknown) => Answer },
): Promise<Answer> {
  return schema.parse(await (await response).json());
}

/** An operation with the card of its guest, recorded. */
async function record(name = "Ada of Partner") {
  const block = planned();
  await post({ entries: [block], cards: [cardOf(block, name)] }, await administrator());
  return { block, guestId: block.operation.guestId ?? "" };
}

/** The same, covered by a checkpoint. */
async function recordAndSign() {
  const made = await record();
  await postTo(sign, {}, await administrator());
  return made;
}

const erasure = (personId: string) => ({ id: randomUUID(), personId, reason: "They asked for it" });

describe("Who may do what", () => {
  const all = ["Governance.Reader", "Governance.Operator", "Governance.Administrator"];
  const routes: [string, (token: string) => Promise<Response>, string[]][] = [
    ["GET /api/integrity", (token) => get(getIntegrity, token), all],
    ["POST /api/integrity/check", (token) => postTo(check, { checkpoint: null }, token), all],
    ["POST /api/integrity/checkpoint", (token) => postTo(sign, {}, token), all.slice(1)],
    ["GET /api/integrity/export", (token) => get(exportAll, token), all],
    [
      "GET /api/integrity/proof",
      async (token) => get(prove, token, `entry=${(await recordAndSign()).block.id}`),
      all,
    ],
    ["GET /api/erasures", (token) => get(preview, token, `person=${randomUUID()}`), all.slice(2)],
    [
      "POST /api/erasures",
      async (token) => postTo(erase, erasure((await record()).guestId), token),
      all.slice(2),
    ],
  ];
  const matrix = routes.flatMap(([name, call, allowed]) =>
    [...all, "Other.Role"].map((role) => ({
      ...{ name, call, role, status: allowed.includes(role) ? 200 : 403 },
    })),
  );
  test.each(matrix)("$name as $role answers $status", async ({ call, role, status }) => {
    const answer = await call(await api.as(role));
    expect(answer.status).toBe(status);
    await answer.text();
  });

  test.each(routes)("%s without a good token answers 401", async (_, call) => {
    const token = await api.as("Governance.Administrator", { aud: "https://graph.microsoft.com" });
    expect(await refusal(call(token))).toMatchObject({ status: 401, kind: "unauthenticated" });
  });
});

it("A checkpoint that was taken here is compared with what is recorded later", async () => {
  await record();
  const taken = await answerOf(postTo(sign, {}, await administrator()), checkpointTaken);
  const note = taken.checkpoint?.note ?? "";
  await record();
  const read = await answerOf(
    get(getIntegrity, await api.as("Governance.Reader")),
    integrityAnswer,
  );
  expect(read.checkpoints[0]).toMatchObject({ note, size: read.length - 1, delivered: [] });
  expect(read).toMatchObject({ length: await recorded(), places: [] });
  const found = await answerOf(
    postTo(check, { checkpoint: note }, await administrator()),
    checkAnswer,
  );
  expect(found).toMatchObject({
    ...{ length: read.length, comparedWith: read.length - 1, signaturesChecked: true, fault: null },
  });
  const wrong = await refusal(postTo(check, { checkpoint: "x" }, await administrator()));
  expect(wrong).toEqual({ status: 400, kind: "invalid", field: "checkpoint" });
  expect(note.split("\n")[0]).toBe(`localhost:3000/${TENANT}`);
  const proof = await answerOf(
    get(prove, await administrator(), `entry=${(await recordAndSign()).block.id}`),
    proofAnswer,
  );
  const key = readVerifierKey(read.publicKey ?? "")?.publicBytes ?? Buffer.alloc(0);
  expect(checkProof(proof.proof, [key])?.entry.tenant).toBe(TENANT);
});

it("An export is the whole history of one's own tenant, and of no other", async () => {
  await record("Ada Ours");
  const answer = await get(exportAll, await api.as("Governance.Reader"));
  expect(answer.headers.get("content-type")).toBe("application/x-ndjson");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const text = await answer.text();
  expect(await verifyText(text, { keys: [], keptCheckpoints: [] })).toMatchObject({
    ...{ tenant: TENANT, length: await recorded(), fault: null },
  });
  const theirs = await (await get(exportAll, await api.asForeigner("Governance.Reader"))).text();
  expect(theirs).toContain(OTHER_TENANT);
  expect(theirs).not.toContain("Ada Ours");
  expect(theirs).not.toContain(TENANT);
});

it("Another tenant proves, sees and erases nothing of ours", async () => {
  const { block, guestId } = await record();
  const theirs = await api.asForeigner("Governance.Administrator");
  expect(await refusal(get(prove, theirs, `entry=${block.id}`))).toMatchObject({
    ...{ status: 400, field: "entry" },
  });
  expect(await answerOf(get(preview, theirs, `person=${guestId}`), erasurePreview)).toEqual({
    ...{ cards: 0, texts: 0, displayName: null },
  });
  expect(await refusal(postTo(erase, erasure(guestId), theirs))).toMatchObject({
    ...{ status: 400, field: "personId" },
  });
  const ours = get(preview, await administrator(), `person=${guestId}`);
  expect(await answerOf(ours, erasurePreview)).toMatchObject({ cards: 1 });
});

it("An erasing is done once, and refused for oneself and for who is not known", async () => {
  const { guestId } = await record();
  const body = erasure(guestId.toUpperCase());
  const first = await answerOf(postTo(erase, body, await administrator()), erasureAnswer);
  expect(first).toMatchObject({ cards: 1, texts: 0, repeated: false });
  const again = await answerOf(postTo(erase, body, await administrator()), erasureAnswer);
  expect(again).toEqual({ ...first, repeated: true });
  for (const [personId, status] of [
    [USER, 409],
    [randomUUID(), 400],
    ["ada", 400],
  ] as const) {
    const refused = await refusal(postTo(erase, erasure(personId), await administrator()));
    expect(refused).toMatchObject({ status, field: "personId" });
  }
  const noReason = { ...erasure(guestId), reason: " " };
  expect(await refusal(postTo(erase, noReason, await administrator()))).toMatchObject({
    ...{ status: 400, field: "reason" },
  });
});

it("Beyond the limit a reader is told when to come back", async () => {
  const reader = await api.as("Governance.Reader");
  expect((await post({ entries: [answered()], cards: [] }, reader)).status).toBe(200);
  await asOwner(
    api.url,
    `UPDATE append_count SET entries = ${PERSON_LIMIT.entries} WHERE person_id = '${USER}'`,
  );
  const answer = await post({ entries: [answered()], cards: [] }, reader);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refusal(answer)).toEqual({ status: 429, kind: "too-many", field: null });
});

it("A row that is not as it was recorded says so, and the check names it", async () => {
  const { block } = await record("Ada of Partner");
  const rows = async () =>
    (await answerOf(get(getHistory, await administrator(), "limit=200"), historyAnswer)).rows;
  expect((await rows()).filter(({ altered }) => altered)).toEqual([]);
  await tamper(
    api.url,
    `UPDATE card SET display_name = 'Eve' WHERE subject_id = '${block.operation.guestId ?? ""}'`,
  );
  const altered = (await rows()).filter((row) => row.altered);
  expect(altered).toMatchObject([{ id: block.id, guest: { displayName: null } }]);
  const found = await answerOf(
    postTo(check, { checkpoint: null }, await administrator()),
    checkAnswer,
  );
  expect(found.fault).toMatch(/^The card of .*edited/);
  await tamper(
    api.url,
    `UPDATE entry SET operation_id = gen_random_uuid() WHERE id = '${block.id}'`,
  );
  expect((await rows()).find(({ id }) => id === block.id)).toMatchObject({ altered: true });
});
