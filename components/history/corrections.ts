import { resultWord } from "@/components/plan/plan-labels";
import type { HistoryRow, OperationRow } from "@/lib/contract/history";
import { accessWord, outcomeOf } from "@/components/entries/outcome-word";

type Recorded = NonNullable<OperationRow["outcome"]>;

/** The latest correction of what became of an entry, or of one of its several requests. */
export interface Correction {
  /** The name of the request; null where it is the entry's own. */
  readonly request: string | null;
  readonly by: Recorded["recordedBy"];
  readonly at: number;
  readonly reason: string;
  /** What was said before, oldest first, each with who said it and when. */
  readonly before: readonly string[];
}

/** What was put right of an entry. */
export function correctionsOf(row: HistoryRow): readonly Correction[] {
  switch (row.kind) {
    case "planned":
      return ofOperation(row);
    case "review-result":
      return ofResult(row);
    case "policy-set":
    case "template-saved":
    case "person-erased":
    case "unreadable":
      return [];
  }
}

function ofOperation(row: OperationRow): readonly Correction[] {
  const outcome = outcomeOf(row);
  if (outcome === "recorded") return [];
  const { operation, steps } = row;
  const own = latestIn(null, row.earlierOutcomes, outcome);
  if (operation.steps.length === 1) return own;
  return [
    ...own,
    ...operation.steps.flatMap(({ id, name }) => {
      const step = steps.find(({ stepId }) => stepId === id);
      return step === undefined ? [] : latestIn(name, step.earlierOutcomes, step.outcome);
    }),
  ];
}

function latestIn(
  request: string | null,
  earlier: readonly Recorded[],
  now: Recorded | null,
): readonly Correction[] {
  const all = now === null ? earlier : [...earlier, now];
  const at = all.findLastIndex(({ correction }) => correction !== null);
  const latest = all[at];
  if (latest?.correction == null) return [];
  const before = all.slice(0, at).map((each) => said(resultWord(each), each, each.correction));
  const { recordedBy: by, recordedAt, correction: reason } = latest;
  return [{ request, by, at: recordedAt, reason, before }];
}

function ofResult(row: Extract<HistoryRow, { kind: "review-result" }>): readonly Correction[] {
  const { correction, earlierAccess } = row;
  if (correction === null) return [];
  const copied = { recordedBy: row.actor, recordedAt: row.recordedAt };
  const before = earlierAccess.map(({ correction, ...access }) =>
    said(accessWord(access), correction ?? copied, correction?.reason ?? null),
  );
  const { recordedBy: by, recordedAt: at, reason } = correction;
  return [{ request: null, by, at, reason, before }];
}

function said(
  word: string,
  { recordedBy, recordedAt }: Pick<Recorded, "recordedBy" | "recordedAt">,
  because: string | null,
): string {
  const who = recordedBy.displayName ?? recordedBy.id;
  const why = because === null ? "" : `, because: ${because}`;
  return `${word} (recorded by ${who}, ${new Date(recordedAt).toISOString()}${why})`;
}
