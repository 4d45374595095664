"use client";

import { makeStyles, Switch, tokens } from "@fluentui/react-components";
import { ChoiceField } from "@/components/form/choice-field";
import { NumberField } from "@/components/form/number-field";
import { SwitchField } from "@/components/form/switch-field";
import { canBlockThenDelete } from "@/lib/domain/reviews/definition-body";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import type { StepForm } from "./step-form";

type Consequence = ReviewDraft["consequence"];

const ANSWERS = [
  {
    value: "Deny",
    label: "Deny: they lose the access",
    hint: "Guests nobody confirms lose access. The safest choice if reviewers may not answer.",
  },
  {
    value: "Approve",
    label: "Approve: they keep it",
    hint: "Everyone keeps access if reviewers don't answer, so the review proves little.",
  },
  {
    value: "Recommendation",
    label: "Follow Microsoft's recommendation",
    hint: "Deny without a sign-in for 30 days or the look-back period below, otherwise Approve.",
  },
  { value: "nothing", label: "Nothing happens" },
] as const;

const SWITCHES = [
  { name: "justificationOnApproval", label: "Require a reason when approving" },
  { name: "mails", label: "Email reviewers when the review starts" },
  { name: "reminders", label: "Send a reminder halfway through" },
  { name: "recommendations", label: "Show Microsoft's recommendation to reviewers" },
] as const;

const LOOK_BACK_DAYS_AT_FIRST = 30;

const useStyles = makeStyles({
  switches: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  inner: { paddingLeft: tokens.spacingHorizontalXXL },
});

/** Why the account cannot be blocked and deleted in this scope: https://learn.microsoft.com/entra/id-governance/create-access-review */
function whyNotDeleted({ scope }: ReviewDraft): string | null {
  if (canBlockThenDelete(scope)) return null;
  return scope.kind === "application"
    ? "Only for reviews of guests alone; this review includes all users."
    : "Not for all Microsoft 365 groups: there Microsoft only removes access.";
}

/** Last step: what a decision does, what happens without one, and what reviewers are told. */
export function ConsequenceStep({ draft, edit, field }: StepForm) {
  const { consequence } = draft;
  const styles = useStyles();
  const set = (part: Partial<Consequence>) => {
    edit({ kind: "set-consequence", consequence: part });
  };
  return (
    <>
      <ChoiceField
        label="If nobody answers"
        value={consequence.ifNobodyAnswers ?? "nothing"}
        options={ANSWERS}
        {...field("consequence.ifNobodyAnswers")}
        onChange={(answer) => {
          set({ ifNobodyAnswers: answer === "nothing" ? null : answer });
        }}
      />
      <SwitchField
        label="Auto-apply the results when it ends"
        hint="If this is off, someone has to apply every result manually."
        checked={consequence.autoApply}
        onChange={(autoApply) => {
          set({ autoApply });
        }}
      />
      <ChoiceField
        label="What happens to denied guests"
        value={consequence.applyAction}
        options={[
          {
            value: "remove-access",
            label: "They lose this access",
            hint: "The membership or assignment is removed; the account stays.",
          },
          {
            value: "block-then-delete",
            label: "Blocked for 30 days, then deleted",
            hint: "The account itself, whatever other access it has.",
            whyNot: whyNotDeleted(draft),
          },
        ]}
        {...field("consequence.applyAction")}
        onChange={(applyAction) => {
          set({ applyAction });
        }}
      />
      <div className={styles.switches} role="group" aria-label="Reviewers">
        {SWITCHES.map(({ name, label }) => (
          <Switch
            key={name}
            label={label}
            disabled={name === "reminders" && !consequence.mails}
            checked={consequence[name]}
            onChange={(_event, { checked }) => {
              set({ [name]: checked });
            }}
          />
        ))}
        {consequence.recommendations && (
          <div className={styles.inner}>
            <Switch
              label="Look back over a period other than 30 days"
              checked={consequence.lookBackDays !== null}
              onChange={(_event, { checked }) => {
                set({ lookBackDays: checked ? LOOK_BACK_DAYS_AT_FIRST : null });
              }}
            />
            {consequence.lookBackDays !== null && (
              <NumberField
                label="Look back"
                hint="Deny is recommended after this time without a sign-in."
                unit="days"
                value={consequence.lookBackDays}
                {...field("consequence.lookBackDays")}
                onChange={(lookBackDays) => {
                  set({ lookBackDays });
                }}
              />
            )}
          </div>
        )}
      </div>
    </>
  );
}
