"use client";

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { type ReactNode, useId } from "react";
import type { DraftReviewers } from "@/lib/domain/reviews/draft";
import { ChoiceField } from "./choice-field";
import { PeoplePicker } from "./people-picker";
import { fieldOf, type StepForm } from "./step-form";
import { canFallBack } from "./wizard-state";

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
    name: "Owners of the group",
    says: "Each group's own, about its guests.",
  },
  application: { value: "owners", name: "Owners of the application" },
} as const;

const OTHERS = [
  { value: "people", name: "Selected people" },
  {
    value: "managers",
    name: "Managers",
    says: "Each guest's own in this directory; guests seldom have one.",
  },
  {
    value: "self",
    name: "The guests themselves",
    says: "They say whether they still need the access.",
  },
] as const;

const reviewersOf = (kind: DraftReviewers["kind"]): DraftReviewers =>
  kind === "people" ? { kind, userIds: [] } : { kind };

/** Who decides in one stage, and who stands in for them. */
export function StageFields(props: StepForm & { readonly at: number }) {
  const { draft, change, at } = props;
  const stage = draft.stages[at];
  if (stage === undefined) return null;
  const { reviewers } = stage;
  const owners = draft.scope.kind === "application" ? OWNERS.application : OWNERS.group;
  return (
    <StageBox {...props}>
      <ChoiceField
        label="Who decides"
        value={reviewers.kind}
        choices={[owners, ...OTHERS]}
        {...fieldOf(props, `stages.${at}.reviewers.kind`)}
        onChange={(kind) => {
          change({ kind: "staged", at, stage: { reviewers: reviewersOf(kind) } });
        }}
      />
      {reviewers.kind === "people" && (
        <PeoplePicker
          label="Reviewers"
          required
          chosen={reviewers.userIds}
          nameOf={props.nameOf}
          {...fieldOf(props, `stages.${at}.reviewers`)}
          onChange={(userIds) => {
            change({ kind: "staged", at, stage: { reviewers: { kind: "people", userIds } } });
          }}
        />
      )}
      {canFallBack(stage) && (
        <PeoplePicker
          label="Fallback reviewers"
          hint="They decide where nobody else is found: in a group without an owner, for a guest without a manager."
          chosen={stage.fallbackIds}
          nameOf={props.nameOf}
          {...fieldOf(props, `stages.${at}.fallbackIds`)}
          onChange={(fallbackIds) => {
            change({ kind: "staged", at, stage: { fallbackIds } });
          }}
        />
      )}
    </StageBox>
  );
}

/** One stage among several stands under its own name, and can be taken away. */
function StageBox(props: StepForm & { readonly at: number; readonly children: ReactNode }) {
  const { draft, change, at } = props;
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
            change({ kind: "stage-dropped", at });
          }}
        />
      </div>
      {props.children}
    </section>
  );
}
