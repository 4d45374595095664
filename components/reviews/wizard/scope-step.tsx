"use client";

import { ApplicationPicker } from "@/components/directory/application-picker";
import { GroupPicker } from "@/components/directory/group-picker";
import { ChoiceField } from "@/components/form/choice-field";
import { NumberField } from "@/components/form/number-field";
import { SwitchField } from "@/components/form/switch-field";
import { TextField } from "@/components/form/text-field";
import type { DraftScope } from "@/lib/domain/reviews/draft";
import { INACTIVE_DAYS_AT_FIRST } from "@/lib/domain/reviews/edit-draft";
import { CatchAllChoice } from "./catch-all-choice";
import type { StepForm } from "./step-form";

const KINDS = [
  {
    value: "all-groups",
    label: "All Microsoft 365 groups with guests",
    hint: "Guests in each of these groups, including groups that are created later. Microsoft leaves out dynamic and role-assignable groups.",
  },
  {
    value: "groups",
    label: "One or several groups",
    hint: "Guests in groups of any kind. Microsoft allows one group per review, so each group gets a review of its own.",
  },
  {
    value: "inactive-over-groups",
    label: "Inactive guests, over all groups",
    hint: "Only guests who haven't signed in for a while. Microsoft bills this per guest.",
  },
  {
    value: "application",
    label: "An application",
    hint: "All users of the application: Microsoft can't review only its guests.",
  },
] as const;

/** First step: what the review is called, and whose access it is about. */
export function ScopeStep(props: StepForm) {
  const { draft, edit, field } = props;
  return (
    <>
      <TextField
        label="Name"
        required
        value={draft.name}
        {...field("name")}
        onChange={(name) => {
          edit({ kind: "set-text", text: { name } });
        }}
      />
      <ChoiceField
        label="Whose access is reviewed"
        value={draft.scope.kind}
        options={KINDS}
        {...field("scope.kind")}
        onChange={(scope) => {
          edit({ kind: "choose-scope", scope });
        }}
      />
      <ScopeFields {...props} />
      <TextField
        label="Message to reviewers"
        hint="Shown in the email and above their list."
        multiline
        value={draft.descriptionForReviewers}
        {...field("descriptionForReviewers")}
        onChange={(descriptionForReviewers) => {
          edit({ kind: "set-text", text: { descriptionForReviewers } });
        }}
      />
      <TextField
        label="Note for administrators"
        hint="Guestlist adds a marker to it, so that it can find the review. Please keep it."
        multiline
        value={draft.descriptionForAdmins}
        {...field("descriptionForAdmins")}
        onChange={(descriptionForAdmins) => {
          edit({ kind: "set-text", text: { descriptionForAdmins } });
        }}
      />
    </>
  );
}

/** What the chosen kind of scope needs besides. */
function ScopeFields(props: StepForm) {
  const { field, nameOf } = props;
  const { scope } = props.draft;
  const set = (next: DraftScope) => {
    props.edit({ kind: "set-scope", scope: next });
  };
  switch (scope.kind) {
    case "all-groups":
      return (
        <SwitchField
          label="Only teams"
          checked={scope.teamsOnly}
          onChange={(teamsOnly) => {
            set({ ...scope, teamsOnly });
          }}
        />
      );
    case "groups":
      return (
        <>
          <GroupPicker
            label="Groups"
            required
            selectedIds={scope.groupIds}
            nameOf={nameOf}
            {...field("scope.groupIds")}
            onChange={(groupIds) => {
              set({ ...scope, groupIds });
            }}
          />
          <CatchAllChoice
            chosen={scope.groupIds}
            onChoose={(groupId) => {
              set({ ...scope, groupIds: [...scope.groupIds, groupId] });
            }}
          />
          <SwitchField
            label="Only guests who are inactive"
            checked={scope.inactiveDays !== null}
            onChange={(isOn) => {
              set({ ...scope, inactiveDays: isOn ? INACTIVE_DAYS_AT_FIRST : null });
            }}
          />
          {scope.inactiveDays !== null && (
            <InactiveDays
              {...{ field }}
              days={scope.inactiveDays}
              onChange={(inactiveDays) => {
                set({ ...scope, inactiveDays });
              }}
            />
          )}
        </>
      );
    case "inactive-over-groups":
      return (
        <InactiveDays
          {...{ field }}
          days={scope.inactiveDays}
          onChange={(inactiveDays) => {
            set({ ...scope, inactiveDays });
          }}
        />
      );
    case "application":
      return (
        <ApplicationPicker
          label="Application"
          required
          selectedId={scope.servicePrincipalId}
          nameOf={nameOf}
          {...field("scope.servicePrincipalId")}
          onChange={(servicePrincipalId) => {
            set({ ...scope, servicePrincipalId });
          }}
        />
      );
  }
}

function InactiveDays(
  props: Pick<StepForm, "field"> & {
    readonly days: number;
    readonly onChange: (days: number) => void;
  },
) {
  return (
    <NumberField
      label="Inactive for at least"
      hint="No sign-in of any kind, as Microsoft counts it when the review starts."
      unit="days"
      value={props.days}
      {...props.field("scope.inactiveDays")}
      onChange={props.onChange}
    />
  );
}
