import { auditRecord } from "../fake-directory";
import type { FakeTenant } from "../fake-tenant";

const SOMEBODY = "00000000-0000-4000-9000-0000000000aa";

/** One thing that somebody in the portal may do to the object of the first operation. */
export interface Meddling {
  /** Names it in a schedule: "somebody …". */
  readonly label: string;
  /** What it is done to: without one, it cannot be done. */
  readonly to: "account" | "group" | "review";
  readonly happen: (tenant: FakeTenant) => void;
}

/** Turns round whether the guest may sign in. */
export const turnsAccount: Meddling = {
  label: "changes guest 1",
  to: "account",
  happen: ({ directory }) => {
    const person = first(directory.people);
    if (person === undefined) return;
    person.enabled = !person.enabled;
    note(directory, person.enabled ? "Enable account" : "Disable account", person.id);
  },
};

/** Turns round whether the guest is in the group. */
export const turnsMembership: Meddling = {
  label: "changes the membership",
  to: "group",
  happen: ({ directory, reviews }) => {
    const guestId = first(directory.people)?.id ?? "";
    const members = first(reviews.groups)?.members;
    const isIn = members?.delete(guestId) === true;
    if (!isIn) members?.add(guestId);
    note(directory, isIn ? "Remove member from group" : "Add member to group", guestId);
  },
};

export const deletesGroup: Meddling = {
  label: "deletes the group",
  to: "group",
  happen: ({ reviews }) => {
    reviews.groups.clear();
  },
};

export const deletesReview: Meddling = {
  label: "deletes the review",
  to: "review",
  happen: ({ reviews }) => {
    reviews.reviews.clear();
  },
};

/** With all that it says, the mark of its operation too. */
export const copiesReview: Meddling = {
  label: "copies the review",
  to: "review",
  happen: ({ reviews }) => {
    reviews.addReview(first(reviews.reviews)?.body);
  },
};

function first<T>(all: ReadonlyMap<string, T>): T | undefined {
  return [...all.values()][0];
}

/** Entra writes down what others do, too. */
function note(directory: FakeTenant["directory"], activity: string, targetId: string): void {
  const at = new Date(directory.now()).toISOString();
  const record = { activity, actorId: SOMEBODY, targetId, tracking: "meddler", at };
  directory.audits = [auditRecord(record)];
}
