import { NOT_APPLIED_WORD } from "./not-applied-label";
import { counted, numberText } from "../number-text";
import type { LeftOut, Membership } from "./in-scope";
import type { GroupReviewers, GroupPreflight, Preflight } from "./preflight";
import type { Unanswered } from "./who-loses-access";

/** One line of a list: a name, a word and a detail beside it. */
interface Line {
  readonly id: string;
  readonly name: string | null;
  readonly word?: string;
  readonly detail?: string | null;
}

/** How far the checks of a draft are. */
export interface PreflightReading {
  /** Null until the groups were read. */
  readonly found: Preflight | null;
  /** There is nothing to look at: no group or application is chosen. */
  readonly nothingChosen: boolean;
  readonly reading: { readonly done: number; readonly of: number | null } | null;
  readonly error: Error | null;
}

/** How much is in scope, in a sentence. */
export function scopeCount({ counts }: Preflight): string {
  if (counts === null)
    return "The number of users of the application is read only when the review starts.";
  const { guests, groups, memberships } = counts;
  if (memberships === 0) return "No guest is in scope today.";
  const each = memberships === guests ? "" : `, ${counted(memberships, "membership")} to decide`;
  return `${counted(guests, "guest")} in ${counted(groups, "group")}${each}.`;
}

/** Who goes when nobody answers, in a sentence; memberships may be several to a guest. */
export function lossCount({ losing, staying, unknown, isEstimate, byItself }: Unanswered): string {
  const guests = new Set(losing.map(({ guest }) => guest.id)).size;
  const who =
    guests === 0
      ? "Nobody loses"
      : `${counted(guests, "guest")} ${guests === 1 ? "loses" : "lose"}`;
  const access = losing.length > guests ? counted(losing.length, "membership") : "this access";
  const stay =
    staying.length === 0
      ? ""
      : ` ${counted(staying.length, "membership")} would be denied and stay.`;
  const open = unknown === 0 ? "" : ` For ${counted(unknown, "membership")} it is unknown.`;
  const estimate = isEstimate
    ? " This is an estimate: Microsoft decides on the day the review starts."
    : "";
  const condition = byItself || guests === 0 ? "" : ", once someone applies the results";
  return `${who} ${guests === 0 ? "access" : access} if nobody answers${condition}.${stay}${open}${estimate}`;
}

/** Each guest once, with what is said of each of their memberships. */
function byGuest<M extends Membership>(
  memberships: readonly M[],
  say: (membership: M) => string,
): readonly Line[] {
  const lines = new Map<string, { name: string; details: string[] }>();
  for (const membership of memberships) {
    const { id, displayName } = membership.guest;
    const line = lines.get(id) ?? { name: displayName, details: [] };
    line.details.push(say(membership));
    lines.set(id, line);
  }
  return [...lines]
    .map(([id, { name, details }]) => ({ id, name, detail: details.join(", ") }))
    .sort(byName);
}

/** The directory has no order in which people find anybody. */
const { compare } = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const byName = (one: Line, other: Line) => compare(one.name ?? "", other.name ?? "");

/** Whose access ends when nobody answers, and where. */
export function losingLines({ losing }: Unanswered): readonly Line[] {
  return byGuest(losing, ({ group }) => group.displayName);
}

/** Who is denied when nobody answers and stays all the same, and why. */
export function stayingLines({ staying }: Unanswered): readonly Line[] {
  return byGuest(
    staying,
    ({ group, because }) => `${group.displayName}: ${NOT_APPLIED_WORD[because]}`,
  );
}

const ASKED: Readonly<Record<GroupReviewers, string>> = {
  owners: "owners are asked",
  people: "the selected people are asked",
  managers: "managers are asked",
  guests: "the guests are asked",
  fallback: "no owner: the fallback reviewers are asked",
  nobody: "no owner: nobody is asked",
  unknown: "owners could not be read",
};

/** Each group with whether a Deny can be applied there; where it cannot comes first. */
export function groupLines(groups: readonly GroupPreflight[]): readonly Line[] {
  return [...groups]
    .sort(
      (one, other) =>
        Number(one.applies) - Number(other.applies) ||
        Number(isAsked(one)) - Number(isAsked(other)),
    )
    .map((verdict) => ({
      id: verdict.group.id,
      name: verdict.group.displayName,
      word: verdict.applies ? "Will apply" : "Will not apply",
      detail: [
        counted(verdict.guests + (verdict.nestedGuests ?? 0), "guest"),
        ASKED[verdict.reviewers],
        ...(verdict.applies ? [] : [verdict.says]),
      ].join("; "),
    }));
}

const isAsked = ({ reviewers }: GroupPreflight) =>
  reviewers !== "nobody" && reviewers !== "unknown";

const LEFT_OUT: Readonly<Record<LeftOut["because"], string>> = {
  dynamic: "dynamic",
  "role-assignable": "role-assignable",
  "not-microsoft-365": "not a Microsoft 365 group",
  "not-a-team": "not a team",
};

/** The groups with guests that the review passes over. */
export function leftOutLines(leftOut: readonly LeftOut[]): readonly Line[] {
  return leftOut.map(({ group, because, guests }) => ({
    id: group.id,
    name: group.displayName,
    detail: `${counted(guests, "guest")}; ${LEFT_OUT[because]}`,
  }));
}

/** Who loses the account itself, with what else goes. */
export function deletedLines(deleted: Preflight["deleted"]): readonly Line[] {
  return deleted
    .map(({ guestId, displayName, otherGroups }) => ({
      id: guestId,
      name: displayName,
      ...(otherGroups > 0 && { detail: `also in ${counted(otherGroups, "other group")}` }),
    }))
    .sort(byName);
}

/** How far the reading is that the checks wait for. */
export function readingLabel({ reading }: Pick<PreflightReading, "reading">): string {
  if (reading === null) return "Checking";
  const { done, of } = reading;
  return of === null
    ? `Reading the groups: ${numberText(done)}`
    : `Reading who is in them: ${numberText(done)} of ${numberText(of)}`;
}

/** The checks in a few words, for where there is no room for more. */
export function briefOf(checked: PreflightReading): string {
  if (checked.nothingChosen) return "nothing chosen yet";
  if (checked.error !== null) return "not checked";
  const { found } = checked;
  if (found === null) return readingLabel(checked).toLowerCase();
  const { blocking, warnings, unanswered } = found;
  if (blocking.length > 0) return `${counted(blocking.length, "problem")} to solve`;
  const guests = new Set(unanswered.losing.map(({ guest }) => guest.id)).size;
  const losing = `${counted(guests, "guest")} would lose access`;
  return warnings.length === 0 ? losing : `${losing}, ${counted(warnings.length, "warning")}`;
}
