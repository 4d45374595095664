import type { NameOf } from "../shared/scope-words";
import { defaultWord, endWordsOf } from "../shared/settings-words";
import { type ChangeDraft, endOf } from "./change-draft";

interface Line {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

const onOff = (on: boolean) => (on ? "on" : "off");

/** What a change changes, a line each: as it was, and as it will be. */
export function changeLines(before: ChangeDraft, now: ChangeDraft, nameOf: NameOf): Line[] {
  const people = ({ reviewerIds }: ChangeDraft) =>
    (reviewerIds ?? []).map((id) => nameOf(id) ?? id).join(", ");
  const facts: readonly (readonly [string, (draft: ChangeDraft) => string])[] = [
    ["Lasts", ({ durations }) => durations.map((days) => `${days} days`).join(", ")],
    ["The series ends", (draft) => endWordsOf(endOf(draft))],
    ["If nobody answers", ({ ifNobodyAnswers }) => defaultWord(ifNobodyAnswers)],
    ["Auto-apply", ({ autoApply }) => onOff(autoApply)],
    ["Justification", ({ justificationOnApproval }) => onOff(justificationOnApproval)],
    ["Mails", ({ mails }) => onOff(mails)],
    ["Reminders", ({ reminders }) => onOff(reminders)],
    ["Reviewers", people],
  ];
  return facts
    .map(([name, say]) => ({ name, was: say(before), is: say(now) }))
    .filter(({ was, is }) => was !== is)
    .map(({ name, was, is }) => ({ id: name, name, detail: `${was} → ${is}` }));
}
