"use client";

import {
  Checkbox,
  Field,
  Input,
  makeStyles,
  Select,
  Switch,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { IntentDialog } from "@/components/intents/intent-dialog";
import { LineList } from "@/components/ui/line-list";
import { checkChange } from "@/lib/domain/reviews/check-change";
import { putBody, type ReviewChange } from "@/lib/domain/reviews/change-settings";
import { planForReview } from "@/lib/domain/reviews/plan-review";
import type { Review } from "@/lib/domain/reviews/review";
import { PeoplePicker } from "../wizard/people-picker";
import type { NameOf } from "../shared/scope-words";
import { consequenceSentence } from "../shared/settings-words";
import { type ChangeDraft, changeIn, draftFrom } from "./change-draft";
import { changeLines } from "./change-lines";
import { keepWords } from "./kept-words";

const useStyles = makeStyles({
  form: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 220px), 1fr))",
    gap: tokens.spacingHorizontalM,
    alignItems: "start",
  },
  switches: { display: "flex", flexDirection: "column" },
  whole: { gridColumn: "1 / -1" },
});

const DEFAULTS = [
  ["Deny", "Deny"],
  ["Approve", "Approve"],
  ["Recommendation", "As recommended"],
  ["none", "No decision"],
] as const;

const ENDS = [
  ["never", "Never"],
  ["on", "On a day"],
  ["after", "After a number of instances"],
] as const;

const nothing = () => undefined;

interface FormProps {
  readonly review: Review;
  readonly draft: ChangeDraft;
  readonly ruleAt: (field: keyof ReviewChange) => string | undefined;
  readonly nameOf: NameOf;
  readonly onChange: (change: Partial<ChangeDraft>) => void;
}

const messageOf = (rule: string | undefined) =>
  rule === undefined ? {} : { validationMessage: rule };

function ScheduleFields({ review, draft, ruleAt, onChange }: FormProps) {
  const { stages } = review;
  const atLast = draft.durations.length - 1;
  return (
    <>
      {draft.durations.map((days, place) => (
        <Field
          key={place}
          label={stages.length > 0 ? `Days of stage ${place + 1}` : "Days that an instance lasts"}
          {...(place === atLast && messageOf(ruleAt("durationsDays")))}
        >
          <Input
            type="number"
            min={1}
            value={`${days}`}
            onChange={(_event, { value }) => {
              const durations = draft.durations.map((each, at) =>
                at === place ? Number(value) : each,
              );
              onChange({ durations });
            }}
          />
        </Field>
      ))}
      <Field label="The series ends" {...(draft.endKind === "never" && messageOf(ruleAt("end")))}>
        <Select
          value={draft.endKind}
          onChange={(_event, { value }) => {
            const chosen = ENDS.find(([kind]) => kind === value);
            if (chosen) onChange({ endKind: chosen[0] });
          }}
        >
          {ENDS.map(([kind, word]) => (
            <option key={kind} value={kind}>
              {word}
            </option>
          ))}
        </Select>
      </Field>
      {draft.endKind === "on" && (
        <Field label="Last day on which an instance may begin" {...messageOf(ruleAt("end"))}>
          <Input
            type="date"
            value={draft.endDate}
            onChange={(_event, { value }) => {
              onChange({ endDate: value });
            }}
          />
        </Field>
      )}
      {draft.endKind === "after" && (
        <Field label="Instances in all" {...messageOf(ruleAt("end"))}>
          <Input
            type="number"
            min={1}
            value={`${draft.occurrences}`}
            onChange={(_event, { value }) => {
              onChange({ occurrences: Number(value) });
            }}
          />
        </Field>
      )}
    </>
  );
}

function ConsequenceFields({ draft, ruleAt, onChange }: FormProps) {
  const styles = useStyles();
  return (
    <>
      <Field label="If nobody answers" {...messageOf(ruleAt("consequence"))}>
        <Select
          value={draft.ifNobodyAnswers ?? "none"}
          onChange={(_event, { value }) => {
            const chosen = DEFAULTS.find(([decision]) => decision === value)?.[0];
            if (chosen) onChange({ ifNobodyAnswers: chosen === "none" ? null : chosen });
          }}
        >
          {DEFAULTS.map(([decision, word]) => (
            <option key={decision} value={decision}>
              {word}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.switches}>
        <Switch
          label="Apply the decisions by themselves"
          checked={draft.autoApply}
          onChange={(_event, { checked }) => {
            onChange({ autoApply: checked });
          }}
        />
        <Checkbox
          label="Ask for a justification when approving"
          checked={draft.justificationOnApproval}
          onChange={(_event, { checked }) => {
            onChange({ justificationOnApproval: checked === true });
          }}
        />
        <Checkbox
          label="Mail the reviewers"
          checked={draft.mails}
          onChange={(_event, { checked }) => {
            onChange({ mails: checked === true });
          }}
        />
        <Checkbox
          label="Remind them at half time"
          checked={draft.reminders}
          onChange={(_event, { checked }) => {
            onChange({ reminders: checked === true });
          }}
        />
      </div>
    </>
  );
}

function ReviewerField({ draft, ruleAt, nameOf, onChange }: FormProps) {
  const styles = useStyles();
  if (draft.reviewerIds === null) {
    return (
      <Text size={200} className={styles.whole}>
        The reviewers cannot be exchanged: Graph allows that only where people are named one by one.
      </Text>
    );
  }
  return (
    <PeoplePicker
      className={styles.whole}
      label="Reviewers"
      chosen={draft.reviewerIds}
      nameOf={nameOf}
      error={ruleAt("reviewerIds")}
      onLeave={nothing}
      onChange={(reviewerIds) => {
        onChange({ reviewerIds });
      }}
    />
  );
}

interface ChangeDialogProps {
  readonly open: boolean;
  readonly review: Review;
  readonly nameOf: NameOf;
  /** What was kept on the way to the consent page. */
  readonly kept: { readonly reason: string; readonly change: ChangeDraft | null } | null;
  readonly onClose: () => void;
}

/** Changes what later instances are like; the whole object is sent, since Graph knows no change of a part. */
export function ChangeDialog({ open, review, nameOf, kept, onClose }: ChangeDialogProps) {
  const styles = useStyles();
  const [before] = useState(() => draftFrom(review));
  const [draft, setDraft] = useState(kept?.change ?? before);
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const change = changeIn(before, draft);
  const problems = change === null ? [] : checkChange(review, change, today);
  const form: FormProps = {
    review,
    draft,
    nameOf,
    ruleAt: (field) => problems.find((problem) => problem.field === field)?.rule,
    onChange: (next) => {
      setDraft((now) => ({ ...now, ...next }));
    },
  };
  const after = { ...review.settings, ...change?.consequence };
  return (
    <IntentDialog
      open={open}
      title="Change later instances"
      reason={kept?.reason ?? ""}
      plan={(reason) => {
        if (change === null || problems.length > 0) return null;
        const what = { kind: "change-review", body: putBody(review, change) } as const;
        return planForReview(what, review, { reason, mintId: () => crypto.randomUUID() });
      }}
      consequence="Later instances follow the change. An instance that has begun goes on as it began."
      onLeave={(reason) => {
        keepWords({ reviewId: review.id, reason, change: draft });
      }}
      onClose={onClose}
    >
      <div className={styles.form}>
        <ScheduleFields {...form} />
        <ConsequenceFields {...form} />
        <ReviewerField {...form} />
      </div>
      {change === null ? (
        <Text size={200}>Nothing is changed yet.</Text>
      ) : (
        <LineList label="What changes" most={20} lines={changeLines(before, draft, nameOf)} />
      )}
      {change?.consequence !== undefined && <Text>{consequenceSentence(after)}</Text>}
    </IntentDialog>
  );
}
