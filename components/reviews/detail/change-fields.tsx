"use client";

import { Checkbox, makeStyles, Switch, Text, tokens } from "@fluentui/react-components";
import { PeoplePicker } from "@/components/directory/people-picker";
import { DateField } from "@/components/form/date-field";
import { NumberField } from "@/components/form/number-field";
import { SelectField } from "@/components/form/select-field";
import type { ChangeDraft } from "@/lib/domain/reviews/change-draft";
import type { ReviewChange } from "@/lib/domain/reviews/change-settings";
import type { Review } from "@/lib/domain/reviews/review";
import type { NameOf } from "@/lib/domain/reviews/scope-labels";

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
  { value: "Deny", label: "Deny" },
  { value: "Approve", label: "Approve" },
  { value: "Recommendation", label: "As recommended" },
  { value: "none", label: "No decision" },
] as const;

const ENDS = [
  { value: "never", label: "Never" },
  { value: "on", label: "On a day" },
  { value: "after", label: "After a number of instances" },
] as const;

const CHECKBOXES = [
  { name: "justificationOnApproval", label: "Require a reason when approving" },
  { name: "mails", label: "Email reviewers when the review starts" },
  { name: "reminders", label: "Send a reminder halfway through" },
] as const;

export interface ChangeFormProps {
  readonly review: Review;
  readonly draft: ChangeDraft;
  readonly ruleAt: (field: keyof ReviewChange) => string | undefined;
  readonly nameOf: NameOf;
  readonly onChange: (change: Partial<ChangeDraft>) => void;
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

function ScheduleFields({ review, draft, ruleAt, onChange }: ChangeFormProps) {
  const { stages } = review;
  const atLast = draft.durations.length - 1;
  return (
    <>
      {draft.durations.map((days, place) => (
        <NumberField
          key={place}
          label={stages.length > 0 ? `Length of stage ${place + 1}` : "Length of an instance"}
          unit="days"
          value={days}
          error={place === atLast ? ruleAt("durationsDays") : undefined}
          onChange={(next) => {
            onChange({
              durations: draft.durations.map((each, at) => (at === place ? next : each)),
            });
          }}
        />
      ))}
      <SelectField
        label="The series ends"
        value={draft.endKind}
        options={ENDS}
        error={draft.endKind === "never" ? ruleAt("end") : undefined}
        onChange={(endKind) => {
          onChange({ endKind });
        }}
      />
      {draft.endKind === "on" && (
        <DateField
          label="Last day on which an instance can start"
          value={draft.endDate}
          error={ruleAt("end")}
          onChange={(endDate) => {
            onChange({ endDate });
          }}
        />
      )}
      {draft.endKind === "after" && (
        <NumberField
          label="Number of instances"
          unit="instances"
          value={draft.occurrences}
          error={ruleAt("end")}
          onChange={(occurrences) => {
            onChange({ occurrences });
          }}
        />
      )}
    </>
  );
}

function ConsequenceFields({ draft, ruleAt, onChange }: ChangeFormProps) {
  const styles = useStyles();
  return (
    <>
      <SelectField
        label="If nobody answers"
        value={draft.ifNobodyAnswers ?? "none"}
        options={DEFAULTS}
        error={ruleAt("consequence")}
        onChange={(decision) => {
          onChange({ ifNobodyAnswers: decision === "none" ? null : decision });
        }}
      />
      <div className={styles.switches}>
        <Switch
          label="Auto-apply the results when it ends"
          checked={draft.autoApply}
          onChange={(_event, { checked }) => {
            onChange({ autoApply: checked });
          }}
        />
        {CHECKBOXES.map(({ name, label }) => (
          <Checkbox
            key={name}
            label={label}
            checked={draft[name]}
            onChange={(_event, { checked }) => {
              onChange({ [name]: checked === true });
            }}
          />
        ))}
      </div>
    </>
  );
}

function ReviewerField({ draft, ruleAt, nameOf, onChange }: ChangeFormProps) {
  const styles = useStyles();
  if (draft.reviewerIds === null) {
    return (
      <Text size={200} className={styles.whole}>
        The reviewers can&apos;t be changed: Microsoft Graph allows that only for reviews that name
        people one by one.
      </Text>
    );
  }
  return (
    <PeoplePicker
      className={styles.whole}
      label="Reviewers"
      selectedIds={draft.reviewerIds}
      nameOf={nameOf}
      error={ruleAt("reviewerIds")}
      onChange={(reviewerIds) => {
        onChange({ reviewerIds });
      }}
    />
  );
}
