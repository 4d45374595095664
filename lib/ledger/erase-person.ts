import type { ErasureAnswer, ErasurePreview, ErasureRequest } from "@/lib/contract/erasures";
import type { Prisma } from "@/prisma/generated/client";
import { newCard, type Person, type SaltedCard } from "./card";
import { readHead } from "./chain-state";
import { noticeForCheckpoint } from "./checkpoints/checkpoint-schedule";
import type { Database } from "./database";
import { bodyFromDatabase, columnsOf, type PersonErasedBody } from "./entry-row";
import { ENTRY_VERSION, hashOf, type Link } from "./hash-chain";
import { conflict, invalid, LedgerError } from "./ledger-error";
import { recordingTime } from "./recording-time";
import { cardFromRow, isItsFingerprint } from "./stored-entry";
import { inTenant } from "./tenant-transaction";
import { insertDraft, lockChain } from "./write-group";

/** What is kept of a person outside of the chain, and would go. */
export function previewErasure(
  database: Database,
  tenant: string,
  personId: string,
): Promise<ErasurePreview> {
  return inTenant(database, tenant, async (transaction) => {
    const cards = await readCards(transaction, tenant, personId);
    const displayName =
      cards.find((card) => isItsFingerprint(card) && card.displayName !== null)?.displayName ??
      null;
    return {
      cards: cards.length,
      texts: await countTexts(transaction, tenant, personId),
      displayName,
    };
  });
}

async function readCards(
  transaction: Prisma.TransactionClient,
  tenant: string,
  subjectId: string,
): Promise<readonly SaltedCard[]> {
  const rows = await transaction.card.findMany({ where: { tenant, subjectId } });
  return rows.map(cardFromRow);
}

function countTexts(
  transaction: Prisma.TransactionClient,
  tenant: string,
  personId: string,
): Promise<number> {
  return transaction.erasableText.count({
    where: { tenant, OR: [{ authorId: personId }, { guestId: personId }] },
  });
}

/** Who asks for it, in which way. */
export interface Eraser {
  readonly tenant: string;
  readonly actor: Person;
  readonly through: PersonErasedBody["through"];
}

/**
 * Takes away a person's cards, and the texts that they wrote or that are about them, and records it: both or neither.
 * The chain keeps fingerprints and object ids, so it verifies as before. The same request again is answered with what
 * the first one did. Throws LedgerError where nothing is kept of the person, or it is who asks: their next entry would
 * name them again.
 */
export async function erasePerson(
  database: Database,
  { id, personId: spelled, reason }: ErasureRequest,
  { tenant, actor, through }: Eraser,
): Promise<ErasureAnswer> {
  const personId = spelled.toLowerCase();
  if (personId === actor.subjectId.toLowerCase()) {
    throw conflict("You can't erase yourself. Ask another administrator.", "personId");
  }
  const answer = await inTenant(database, tenant, async (transaction) => {
    const clock = await lockChain(transaction, tenant);
    const repeated = await transaction.entry.findUnique({
      where: { tenant_id: { tenant, id } },
    });
    if (repeated !== null) return answerOfRepeated(repeated, { personId, reason, actor });
    const cards = (await readCards(transaction, tenant, personId)).length;
    const texts = await countTexts(transaction, tenant, personId);
    if (cards + texts === 0) throw invalid("Nothing is stored about this person.", "personId");
    const head = await readHead(transaction, tenant);
    const recordedAt = recordingTime({ ...clock, head: head.recordedAt });
    const own = await cardOfActor(transaction, tenant, actor);
    const body: PersonErasedBody = { personId, cards, texts, reason, through };
    const link: Link = {
      ...{ v: ENTRY_VERSION, tenant, seq: head.seq + 1, id, kind: "person-erased", recordedAt },
      ...{ actorId: actor.subjectId, actorCard: own.card.fingerprint, body, previous: head.hash },
    };
    const entry = { ...link, ...columnsOf(body), hash: hashOf(link) };
    await insertDraft(transaction, tenant, {
      cards: own.isNew ? [own.card] : [],
      texts: [],
      entries: [entry],
    });
    const [gone] = await transaction.$queryRaw<readonly { cards: number; texts: number }[]>`
      SELECT cards, texts FROM erase_person(${personId}::uuid)`;
    if (gone?.cards !== cards || gone.texts !== texts) {
      throw new LedgerError(
        "unavailable",
        "Other cards went than were counted; nothing was erased.",
      );
    }
    return { cards, texts, seq: link.seq, recordedAt, repeated: false };
  });
  if (!answer.repeated) noticeForCheckpoint(database, tenant, answer.seq);
  return answer;
}

function answerOfRepeated(
  row: Prisma.EntryModel,
  request: { readonly personId: string; readonly reason: string; readonly actor: Person },
): ErasureAnswer {
  const body = bodyFromDatabase(row.body);
  const isSame =
    "personId" in body &&
    body.personId === request.personId &&
    body.reason === request.reason &&
    row.actorId === request.actor.subjectId;
  if (!isSame) throw conflict("Another entry has this id.", "id");
  const { cards, texts } = body;
  const recordedAt = row.recordedAt.getTime();
  return { cards, texts, seq: Number(row.seq), recordedAt, repeated: true };
}

/** The card that says exactly this of who asks, or a new one. */
async function cardOfActor(transaction: Prisma.TransactionClient, tenant: string, actor: Person) {
  const known = (await readCards(transaction, tenant, actor.subjectId)).find(
    ({ displayName, mail }) => displayName === actor.displayName && mail === actor.mail,
  );
  return known === undefined
    ? { card: newCard(actor), isNew: true }
    : { card: known, isNew: false };
}
