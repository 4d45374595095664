"use client";

import { Field, makeStyles, Switch, tokens } from "@fluentui/react-components";
import { canBlockThenDelete } from "@/lib/domain/reviews/definition-body";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { ChoiceField } from "./choice-field";
import { NumberField } from "./number-field";
import { fieldOf, type StepForm } from "./step-form";

type Consequence = ReviewDraft["consequence"];

const ANSWERS = [
  {
    value: "Deny",
    name: "Deny: they lose the access",
    says: "Guests nobody confirms lose access. The safest choice if reviewers may not answer.",
  },
  {
    value: "Approve",
    name: "Approve: they keep it",
    says: "Silence keeps everybody in; such a review proves little.",
  },
  {
    value: "Recommendation",
    name: "Follow Microsoft's recommendation",
    says: "Deny without a sign-in for 30 days or the look-back below, else Approve.",
  },
  { value: "nothing", name: "Nothing happens" },
] as const;

const LOOK_BACK_AT_FIRST = 30;

const useStyles = makeStyles({
  switches: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  inner: { paddingLeft: tokens.spacingHorizontalXXL },
});

/** Why the account cannot be blocked and deleted in this scope: https://learn.microsoft.com/entra/id-governance/create-access-review */
function whyNotDeleted({ scope }: ReviewDraft): string | null {
  if (canBlockThenDelete(scope)) return null;
  return scope.kind === "application"
    ? "Only where the review is about guests alone; this one is about all users."
    : "Not over all Microsoft 365 groups: there Microsoft only removes the access.";
}

/** Last step: what a decision does, what silence does, and what reviewers are told. */
export function ConsequenceStep(props: StepForm) {
  const { draft, change } = props;
  const { consequence } = draft;
  const styles = useStyles();
  const decide = (part: Partial<Consequence>) => {
    change({ kind: "decided", consequence: part });
  };
  return (
    <>
      <ChoiceField
        label="If nobody answers"
        value={consequence.ifNobodyAnswers ?? "nothing"}
        choices={ANSWERS}
        {...fieldOf(props, "consequence.ifNobodyAnswers")}
        onChange={(answer) => {
          decide({ ifNobodyAnswers: answer === "nothing" ? null : answer });
        }}
      />
      <Field hint="Without it, somebody has to apply every result by hand.">
        <Switch
          label="Auto-apply the results when it ends"
          checked={consequence.autoApply}
          onChange={(_event, { checked }) => {
            decide({ autoApply: checked });
          }}
        />
      </Field>
      <ChoiceField
        label="What happens to denied guests"
        value={consequence.applyAction}
        choices={[
          {
            value: "remove-access",
            name: "They lose this access",
            says: "Membership or assignment is removed; the account stays.",
          },
          {
            value: "block-then-delete",
            name: "Blocked for 30 days, then deleted",
            says: "The account itself, whatever other access it has.",
            notHere: whyNotDeleted(draft),
          },
        ]}
        {...fieldOf(props, "consequence.applyAction")}
        onChange={(applyAction) => {
          decide({ applyAction });
        }}
      />
      <div className={styles.switches} role="group" aria-label="Reviewers">
        <Told {...props} name="justificationOnApproval" label="Approving needs a reason" />
        <Told {...props} name="mails" label="Reviewers get a mail when it starts" />
        <Told
          {...props}
          name="reminders"
          label="They are reminded at half-time"
          disabled={!consequence.mails}
        />
        <Told {...props} name="recommendations" label="They see Microsoft's recommendation" />
        {consequence.recommendations && (
          <div className={styles.inner}>
            <Switch
              label="Look back another time than 30 days"
              checked={consequence.lookBackDays !== null}
              onChange={(_event, { checked }) => {
                decide({ lookBackDays: checked ? LOOK_BACK_AT_FIRST : null });
              }}
            />
            {consequence.lookBackDays !== null && (
              <NumberField
                label="Look back"
                hint="Deny is recommended after this time without a sign-in."
                unit="days"
                value={consequence.lookBackDays}
                {...fieldOf(props, "consequence.lookBackDays")}
                onChange={(lookBackDays) => {
                  decide({ lookBackDays });
                }}
              />
            )}
          </div>
        )}
      </div>
    </>
  );
}

/** One of the things that are said to reviewers or asked of them. */
function Told(
  props: StepForm & {
    readonly name: "justificationOnApproval" | "mails" | "reminders" | "recommendations";
    readonly label: string;
    readonly disabled?: boolean;
  },
) {
  const { name, label, disabled = false } = props;
  return (
    <Switch
      label={label}
      disabled={disabled}
      checked={props.draft.consequence[name]}
      onChange={(_event, { checked }) => {
        props.change({ kind: "decided", consequence: { [name]: checked } });
      }}
    />
  );
}
