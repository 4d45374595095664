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
import type { ReviewChange } from "@/lib/domain/reviews/change-settings";
import type { Review } from "@/lib/domain/reviews/review";
import type { NameOf } from "../shared/scope-words";
import { PeoplePicker } from "../wizard/people-picker";
import type { ChangeDraft } from "./change-draft";

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

export interface ChangeFormProps {
  readonly review: Review;
  readonly draft: ChangeDraft;
  readonly ruleAt: (field: keyof ReviewChange) => string | undefined;
  readonly nameOf: NameOf;
  readonly onChange: (change: Partial<ChangeDraft>) => void;
}

const messageOf = (rule: string | undefined) =>
  rule === undefined ? {} : { validationMessage: rule };

function ScheduleFields({ review, draft, ruleAt, onChange }: ChangeFormProps) {
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

function ConsequenceFields({ draft, ruleAt, onChange }: ChangeFormProps) {
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

function ReviewerField({ draft, ruleAt, nameOf, onChange }: ChangeFormProps) {
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

/** What of a series can be changed, each with the rule that it breaks below it. */
export function ChangeFields(form: ChangeFormProps) {
  const styles = useStyles();
  return (
    <div className={styles.form}>
      <ScheduleFields {...form} />
      <ConsequenceFields {...form} />
      <ReviewerField {...form} />
    </div>
  );
}
