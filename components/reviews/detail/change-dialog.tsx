"use client";

import { mintId } from "@/lib/services/mint-id";
import { labelsOf } from "@/lib/operations/registry";
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { PlanDialog } from "@/components/plan/plan-dialog";
import { type Line, LineList } from "@/components/ui/line-list";
import { Notice } from "@/components/ui/notice";
import type { ReviewCommandDraft } from "@/lib/contract/drafts";
import { dayOf } from "@/lib/domain/calendar";
import { type ChangeDraft, changeIn, endOf } from "@/lib/domain/reviews/change-draft";
import { checkChange } from "@/lib/domain/reviews/check-change";
import { putBody } from "@/lib/domain/reviews/change-settings";
import { planForReview } from "@/lib/domain/reviews/plan-review";
import type { Review } from "@/lib/domain/reviews/review";
import type { NameOf } from "@/lib/domain/reviews/scope-labels";
import { ExceptionField } from "@/components/plan/exception-field";
import { consequenceSentence, defaultWord, endWordsOf } from "@/lib/domain/reviews/settings-labels";
import { useServices } from "@/lib/services/services";
import { ChangeFields, type ChangeFormProps } from "./change-fields";
import { commandDraftStorage } from "@/lib/services/tab-drafts";
import { useChange } from "./use-change";
import { useChangeProtection } from "./use-change-protection";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    flexShrink: 0,
  },
});

interface ChangeDialogProps {
  readonly open: boolean;
  readonly review: Review;
  readonly nameOf: NameOf;
  /** What was written before the page was left for consent. */
  readonly stored: ReviewCommandDraft | null;
  readonly onClose: () => void;
}

/** Changes later instances. The whole object is sent: Graph cannot change a part of it. */
export function ChangeDialog({ open, review, nameOf, stored, onClose }: ChangeDialogProps) {
  const { plannedFrom, before, draft, earlier, set, lookAgain } = useChange(
    review,
    stored?.change ?? null,
  );
  const { me, now } = useServices();
  const [today] = useState(() => dayOf(now()));
  const change = changeIn(before, draft);
  const { exception, notYet, retry } = useChangeProtection(plannedFrom, change);
  const problems = change === null ? [] : checkChange(plannedFrom, change, today);
  const form: ChangeFormProps = {
    review: plannedFrom,
    draft,
    nameOf,
    ruleAt: (field) => problems.find((problem) => problem.field === field)?.rule,
    onChange: set,
  };
  const others = earlier && changeLines(earlier, before, nameOf);
  const after = { ...plannedFrom.settings, ...change?.consequence };
  return (
    <PlanDialog
      open={open}
      title="Edit future instances"
      verb={labelsOf("change-review").verb}
      reason={stored?.reason ?? ""}
      plan={(reason) => {
        if (change === null || problems.length > 0) return null;
        const body = putBody(plannedFrom, change);
        const what = { kind: "change-review", body, plannedFrom: plannedFrom.asGiven } as const;
        return planForReview(what, plannedFrom, {
          reason: exception.addTo(reason),
          mintId,
        });
      }}
      {...exception.limit}
      notYet={notYet}
      consequence="Later instances use the changed settings. A started instance doesn't change."
      onLeave={(reason) => {
        commandDraftStorage.save(me, { reviewId: review.id, reason, change: { before, draft } });
      }}
      onLookAgain={lookAgain}
      onClose={onClose}
    >
      {others !== null && <ChangedByOthers lines={others} />}
      <ChangeFields {...form} />
      {change === null ? (
        <Text size={200}>No changes yet.</Text>
      ) : (
        <LineList label="What changes" most={20} lines={changeLines(before, draft, nameOf)} />
      )}
      {change?.consequence !== undefined && <Text>{consequenceSentence(after)}</Text>}
      <ExceptionField of={exception} onRetry={retry} />
    </PlanDialog>
  );
}

const onOff = (on: boolean) => (on ? "on" : "off");

/** What a change changes, a line each: as it was, and as it will be. */
function changeLines(before: ChangeDraft, now: ChangeDraft, nameOf: NameOf): Line[] {
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

/** What someone else changed in a review while it was being changed here. It takes the focus, to be read before the change is sent. */
function ChangedByOthers({ lines }: { readonly lines: readonly Line[] }) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div ref={box} role="group" aria-label="Changed meanwhile" tabIndex={-1} className={styles.box}>
      <Notice intent="info" title="Someone else has changed this review">
        Their changes stay unless you change the same settings here.
      </Notice>
      {lines.length > 0 && <LineList label="What someone else changed" most={20} lines={lines} />}
    </div>
  );
}
