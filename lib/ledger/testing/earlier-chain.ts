import { randomUUID } from "node:crypto";
import { newCard, type SaltedCard } from "@/lib/ledger/card";
import type { Caller } from "@/lib/ledger/caller";
import { GENESIS, hashOf, type Link } from "@/lib/ledger/hash-chain";
import type { MigrationConnection } from "@/lib/ledger/migrate";
import { bodyOf } from "@/lib/ledger/entry-row";
import { carriedOut, planned, policySet, reviewResult } from "./requests";

/** An entry as an earlier version of the program wrote it. */
export interface EarlierEntry {
  readonly id: string;
  readonly kind:
    | "decided"
    | "intended"
    | "carried-out"
    | "policy-set"
    | "planned"
    | "review-result";
  readonly guestId: string | null;
  readonly decisionId: string | null;
  readonly planId: string | null;
  readonly subjectId: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

const NONE = { guestId: null, decisionId: null, planId: null, subjectId: null };

/** A decision about a guest, as it was recorded before operations. */
export function earlierDecision(kind: "block" | "unblock" = "block"): EarlierEntry {
  const { operation } = planned(kind);
  const { id, planId, guestId, reason, known, undoes } = operation;
  const decision = { id, planId, kind, guestId, reason, known, undoes };
  return { ...NONE, id, kind: "decided", guestId, decisionId: id, planId, body: { decision } };
}

/** An intent about a review, as it was recorded before operations. */
export function earlierIntent(): EarlierEntry {
  const { operation } = planned("create-review");
  const { id, planId, kind, subject, guestId, reason, known, steps } = operation;
  const intent = { id, planId, kind, subject, guestId, reason, known };
  const { body: sent, ...line } = steps[0]?.request ?? { method: "POST", path: "/", body: null };
  const request = { ...line, bodyText: JSON.stringify(sent) };
  const body = { intent: { ...intent, request } };
  return { ...NONE, id, kind: "intended", decisionId: id, planId, subjectId: subject.id, body };
}

/** What became of it. */
export function earlierOutcome({ id: decisionId, guestId }: EarlierEntry): EarlierEntry {
  const { outcome } = carriedOut(planned());
  const body = { decisionId, guestId, outcome };
  return { ...NONE, id: randomUUID(), kind: "carried-out", guestId, decisionId, body };
}

/** An operation on a guest, as it was recorded before reviewers' texts could be erased. */
export function earlierOperation(): EarlierEntry {
  const entry = planned();
  const { id, planId, guestId } = entry.operation;
  const body = { ...bodyOf(entry, null) };
  return { ...NONE, id, kind: "planned", guestId, decisionId: id, planId, body };
}

/** What became of it, in the words of that version. */
export function earlierOperationOutcome({ id: operationId, guestId }: EarlierEntry): EarlierEntry {
  const { outcome } = carriedOut(planned(), "unknown");
  const body = { operationId, guestId, outcome };
  const columns = { ...NONE, guestId, decisionId: operationId };
  return { ...columns, id: randomUUID(), kind: "carried-out", body };
}

/** A review's result of that version, with the reviewer's words in the entry. */
export function earlierResult(justification: string): EarlierEntry {
  const { id, result } = reviewResult({ justification });
  const { guestId, reviewId: subjectId } = result;
  return { ...NONE, id, kind: "review-result", guestId, subjectId, body: { result } };
}

export function earlierPolicy(): EarlierEntry {
  const { id, policy, reason } = policySet();
  return { ...NONE, id, kind: "policy-set", body: { policy, reason } };
}

/** Writes a tenant's chain as an earlier version left it behind; `hasSubjects` since its second migration. */
export async function leaveEarlierChain(
  connection: MigrationConnection,
  caller: Caller,
  entries: readonly EarlierEntry[],
  {
    hasSubjects,
    hasOperations = false,
    guestName,
  }: {
    readonly hasSubjects: boolean;
    /** Since its fourth migration a column has another name. */
    readonly hasOperations?: boolean;
    readonly guestName: string;
  },
): Promise<void> {
  const { tenantId: tenant, userId: actorId } = caller;
  const actor = newCard({ subjectId: actorId, displayName: caller.name, mail: caller.username });
  await writeCard(connection, tenant, actor);
  let previous = GENESIS;
  for (const [index, { id, kind, body, ...columns }] of entries.entries()) {
    const ofGuest = kind !== "carried-out" && kind !== "policy-set";
    const guest =
      ofGuest && columns.guestId !== null
        ? newCard({ subjectId: columns.guestId, displayName: guestName, mail: null })
        : null;
    if (guest !== null) await writeCard(connection, tenant, guest);
    const seq = index + 1;
    const recordedAt = Date.now();
    const link: Link = {
      ...{ v: 1, tenant, seq, id, kind, recordedAt, actorId, actorCard: actor.fingerprint },
      body: ofGuest ? { ...body, guestCard: guest?.fingerprint ?? null } : body,
      previous,
    };
    const hash = hashOf(link);
    await connection.rows(
      `INSERT INTO entry (tenant, seq, id, v, kind, recorded_at, actor_id, actor_card, guest_id,
         ${hasOperations ? "operation_id" : "decision_id"}, plan_id, body, previous, hash${hasSubjects ? ", subject_id" : ""})
       VALUES ($1, $2, $3, $4, $5, $6, $7, decode($8, 'hex'), $9, $10, $11, $12,
         decode($13, 'hex'), decode($14, 'hex')${hasSubjects ? ", $15" : ""})`,
      [
        ...[tenant, seq, id, 1, kind, new Date(recordedAt).toISOString(), actorId],
        ...[actor.fingerprint, columns.guestId, columns.decisionId, columns.planId],
        ...[JSON.stringify(link.body), previous, hash],
        ...(hasSubjects ? [columns.subjectId] : []),
      ],
    );
    previous = hash;
  }
}

async function writeCard(connection: MigrationConnection, tenant: string, card: SaltedCard) {
  await connection.rows(
    `INSERT INTO card VALUES ($1, $2, decode($3, 'hex'), decode($4, 'hex'), $5, $6)`,
    [tenant, card.subjectId, card.fingerprint, card.salt, card.displayName, card.mail],
  );
}
