"use client";

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { type ReactNode, useId } from "react";
import { PeoplePicker } from "@/components/directory/people-picker";
import { ChoiceField } from "@/components/form/choice-field";
import type { DraftReviewers } from "@/lib/domain/reviews/draft";
import { canFallBack } from "@/lib/domain/reviews/edit-draft";
import type { StepForm } from "./step-form";

const useStyles = makeStyles({
  stage: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: "flex", alignItems: "center", justifyContent: "space-between" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** The stages by their order. */
export const STAGE_NAMES = ["First stage", "Second stage", "Third stage"] as const;

const OWNERS = {
  group: {
    value: "owners",
    label: "Owners of the group",
    hint: "The owners of each group review its guests.",
  },
  application: { value: "owners", label: "Owners of the application" },
} as const;

const OTHERS = [
  { value: "people", label: "Selected people" },
  {
    value: "managers",
    label: "Managers",
    hint: "The manager of each guest in this directory. Guests rarely have one.",
  },
  {
    value: "self",
    label: "The guests themselves",
    hint: "They say whether they still need access.",
  },
] as const;

const reviewersOf = (kind: DraftReviewers["kind"]): DraftReviewers =>
  kind === "people" ? { kind, userIds: [] } : { kind };

/** Who decides in one stage, and the fallback reviewers. */
export function StageFields(props: StepForm & { readonly at: number }) {
  const { draft, edit, field, at } = props;
  const stage = draft.stages[at];
  if (stage === undefined) return null;
  const { reviewers } = stage;
  const owners = draft.scope.kind === "application" ? OWNERS.application : OWNERS.group;
  return (
    <StageBox {...props}>
      <ChoiceField
        label="Who decides"
        value={reviewers.kind}
        options={[owners, ...OTHERS]}
        {...field(`stages.${at}.reviewers.kind`)}
        onChange={(kind) => {
          edit({ kind: "set-stage", at, stage: { reviewers: reviewersOf(kind) } });
        }}
      />
      {reviewers.kind === "people" && (
        <PeoplePicker
          label="Reviewers"
          required
          selectedIds={reviewers.userIds}
          nameOf={props.nameOf}
          {...field(`stages.${at}.reviewers`)}
          onChange={(userIds) => {
            edit({ kind: "set-stage", at, stage: { reviewers: { kind: "people", userIds } } });
          }}
        />
      )}
      {canFallBack(stage) && (
        <PeoplePicker
          label="Fallback reviewers"
          hint="They decide where there is no one else: for a group without owners or a guest without a manager."
          selectedIds={stage.fallbackIds}
          nameOf={props.nameOf}
          {...field(`stages.${at}.fallbackIds`)}
          onChange={(fallbackIds) => {
            edit({ kind: "set-stage", at, stage: { fallbackIds } });
          }}
        />
      )}
    </StageBox>
  );
}

/** One of several stages has a heading and can be removed. */
function StageBox(props: StepForm & { readonly at: number; readonly children: ReactNode }) {
  const { draft, edit, at } = props;
  const styles = useStyles();
  const id = useId();
  const name = STAGE_NAMES[at] ?? "Stage";
  if (draft.stages.length < 2) return props.children;
  return (
    <section className={styles.stage} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id} className={styles.title}>
          {name}
        </h3>
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={`Remove the ${name.toLowerCase()}`}
          onClick={() => {
            edit({ kind: "remove-stage", at });
          }}
        />
      </div>
      {props.children}
    </section>
  );
}
