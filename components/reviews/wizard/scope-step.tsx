"use client";

import { Field, Input, Switch, Textarea } from "@fluentui/react-components";
import type { DraftScope } from "@/lib/domain/reviews/draft";
import { ApplicationPicker } from "./application-picker";
import { CatchAllChoice } from "./catch-all-choice";
import { ChoiceField } from "./choice-field";
import { GroupPicker } from "./group-picker";
import { NumberField } from "./number-field";
import { fieldOf, type StepForm } from "./step-form";
import { WizardField } from "./wizard-field";

const KINDS = [
  {
    value: "all-groups",
    name: "All Microsoft 365 groups with guests",
    says: "The guests in each of them; groups that come later are taken in. Microsoft leaves out dynamic and role-assignable groups.",
  },
  {
    value: "groups",
    name: "One or several groups",
    says: "The guests in each group, of any kind. Microsoft has one group to a review, so several groups are as many reviews.",
  },
  {
    value: "inactive-over-groups",
    name: "Inactive guests, over all groups",
    says: "Only guests who have not signed in for a time. Microsoft bills this for each guest.",
  },
  {
    value: "application",
    name: "An application",
    says: "All its users: Microsoft has no review of an application's guests alone.",
  },
] as const;

const INACTIVE_AT_FIRST = 90;

/** First step: what the review is called, and whose access it is about. */
export function ScopeStep(props: StepForm) {
  const { draft, change } = props;
  return (
    <>
      <WizardField label="Name" required {...fieldOf(props, "name")}>
        <Input
          value={draft.name}
          autoComplete="off"
          onChange={(_event, { value }) => {
            change({ kind: "worded", words: { name: value } });
          }}
        />
      </WizardField>
      <ChoiceField
        label="Whose access is reviewed"
        value={draft.scope.kind}
        choices={KINDS}
        {...fieldOf(props, "scope.kind")}
        onChange={(scope) => {
          change({ kind: "scope-kind", scope });
        }}
      />
      <Narrower {...props} />
      <WizardField
        label="What reviewers read"
        hint="In the mail and above their list."
        {...fieldOf(props, "descriptionForReviewers")}
      >
        <Textarea
          value={draft.descriptionForReviewers}
          resize="vertical"
          onChange={(_event, { value }) => {
            change({ kind: "worded", words: { descriptionForReviewers: value } });
          }}
        />
      </WizardField>
      <WizardField
        label="Note for administrators"
        hint="Guestlist writes a mark after it, by which it finds the review again."
        {...fieldOf(props, "descriptionForAdmins")}
      >
        <Textarea
          value={draft.descriptionForAdmins}
          resize="vertical"
          onChange={(_event, { value }) => {
            change({ kind: "worded", words: { descriptionForAdmins: value } });
          }}
        />
      </WizardField>
    </>
  );
}

/** What the chosen kind of scope asks besides. */
function Narrower(props: StepForm) {
  const { scope } = props.draft;
  const rescope = (next: DraftScope) => {
    props.change({ kind: "scoped", scope: next });
  };
  switch (scope.kind) {
    case "all-groups":
      return (
        <Field>
          <Switch
            label="Only teams"
            checked={scope.teamsOnly}
            onChange={(_event, { checked }) => {
              rescope({ ...scope, teamsOnly: checked });
            }}
          />
        </Field>
      );
    case "groups":
      return (
        <>
          <GroupPicker
            label="Groups"
            required
            chosen={scope.groupIds}
            nameOf={props.nameOf}
            {...fieldOf(props, "scope.groupIds")}
            onChange={(groupIds) => {
              rescope({ ...scope, groupIds });
            }}
          />
          <CatchAllChoice
            chosen={scope.groupIds}
            onChoose={(groupId) => {
              rescope({ ...scope, groupIds: [...scope.groupIds, groupId] });
            }}
          />
          <Field>
            <Switch
              label="Only guests who are inactive"
              checked={scope.inactiveDays !== null}
              onChange={(_event, { checked }) => {
                rescope({ ...scope, inactiveDays: checked ? INACTIVE_AT_FIRST : null });
              }}
            />
          </Field>
          {scope.inactiveDays !== null && (
            <InactiveDays
              {...props}
              days={scope.inactiveDays}
              onChange={(inactiveDays) => {
                rescope({ ...scope, inactiveDays });
              }}
            />
          )}
        </>
      );
    case "inactive-over-groups":
      return (
        <InactiveDays
          {...props}
          days={scope.inactiveDays}
          onChange={(inactiveDays) => {
            rescope({ ...scope, inactiveDays });
          }}
        />
      );
    case "application":
      return (
        <ApplicationPicker
          label="Application"
          required
          chosen={scope.servicePrincipalId}
          nameOf={props.nameOf}
          {...fieldOf(props, "scope.servicePrincipalId")}
          onChange={(servicePrincipalId) => {
            rescope({ ...scope, servicePrincipalId });
          }}
        />
      );
  }
}

function InactiveDays(
  props: StepForm & { readonly days: number; readonly onChange: (days: number) => void },
) {
  return (
    <NumberField
      label="Inactive for at least"
      hint="Without a sign-in of any kind, as Microsoft counts it when the review starts."
      unit="days"
      value={props.days}
      {...fieldOf(props, "scope.inactiveDays")}
      onChange={props.onChange}
    />
  );
}
