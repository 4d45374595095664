"use client";

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type SyntheticEvent, useRef, useState } from "react";
import type { Ended } from "@/components/plan/ended";
import { useMayExecute } from "@/components/plan/use-may-execute";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { BesideForms } from "./beside-forms";
import { CreateReview } from "./create-review";
import { CreatedPage } from "./created-page";
import { focusFirstError } from "./focus-first-error";
import { ONE_COLUMN } from "./one-column";
import { SaveTemplate } from "./save-template";
import { StepBody } from "./step-body";
import { StepList } from "./step-list";
import { useCreation } from "./use-creation";
import { useWizard, type WizardStart } from "./use-wizard";
import { useWizardAddress } from "./use-wizard-address";
import { draftOfTheRest, type WhatBecame, whatBecame } from "./what-became";
import { type Step, STEPS } from "./wizard-state";

const useStyles = makeStyles({
  columns: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(340px, 440px)",
    alignItems: "start",
    gap: tokens.spacingHorizontalXXL,
    [ONE_COLUMN]: { gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalL },
  },
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    maxWidth: "44rem",
    [ONE_COLUMN]: { gridRow: "2" },
  },
  end: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** The four steps of a new review, and beside them what they mean. */
export function Wizard(props: WizardStart) {
  const styles = useStyles();
  const { step: asked, go } = useWizardAddress();
  const step = asked ?? "scope";
  const at = STEPS.indexOf(step);
  const form = useRef<HTMLFormElement>(null);
  const wizard = useWizard(props);
  const { draft, change, nameOf, errorAt } = wizard;
  const creation = useCreation(draft, nameOf);
  const whyNot = useMayExecute()("create-review");
  const [became, setBecame] = useState<WhatBecame | null>(null);

  const lead = () => {
    requestAnimationFrame(() => {
      if (form.current) focusFirstError(form.current);
    });
  };
  const goTo = (next: Step) => {
    // Going on counts every earlier step as seen.
    change({ kind: "tried", steps: STEPS.slice(0, Math.max(at + 1, STEPS.indexOf(next))) });
    void go({ step: next });
  };
  const next = (event: SyntheticEvent) => {
    event.preventDefault();
    const following = STEPS[at + 1];
    change({ kind: "tried", steps: [step] });
    if (wizard.wrongIn(step)) lead();
    else if (following !== undefined) goTo(following);
  };
  const isRight = () => {
    const { firstWrong } = wizard;
    if (firstWrong === null) return true;
    change({ kind: "tried", steps: STEPS });
    if (firstWrong !== step) void go({ step: firstWrong });
    lead();
    return false;
  };
  const end = (ended: readonly Ended[]) => {
    const found = whatBecame(ended);
    creation.renew();
    // Nothing was made and nothing is open: the draft stands as it was, to be mended or tried again.
    if (found.made.length === 0 && found.unknown.length === 0) return;
    if (found.notDone.length === 0) wizard.forget();
    else change({ kind: "begun", draft: draftOfTheRest(draft, found.notDone) });
    setBecame(found);
  };
  if (became !== null) {
    return (
      <CreatedPage
        became={became}
        onRest={() => {
          setBecame(null);
        }}
      />
    );
  }
  return (
    <>
      <PageHeader title="New access review">
        <AppLink href="/reviews/new">Choose another template</AppLink>
      </PageHeader>
      {whyNot !== null && (
        <Notice intent="info" title="You can prepare this review, not create it">
          {whyNot}
        </Notice>
      )}
      <div className={styles.columns}>
        <form ref={form} className={styles.form} noValidate onSubmit={next}>
          <StepList at={step} stateOf={wizard.stateOf} onGo={goTo} />
          <StepBody step={step} {...{ draft, change, nameOf, errorAt }} />
          <div className={styles.end}>
            {at > 0 && (
              <Button
                onClick={() => {
                  goTo(STEPS[at - 1] ?? "scope");
                }}
              >
                Back
              </Button>
            )}
            {at < STEPS.length - 1 ? (
              <Button appearance="primary" type="submit">
                Next
              </Button>
            ) : (
              <CreateReview
                {...{ draft, creation }}
                namesRead={wizard.namesRead}
                reason={props.reason}
                exception={props.exception}
                onAsk={isRight}
                onLeave={wizard.keepWith}
                onEnded={end}
              />
            )}
            <SaveTemplate draft={draft} />
          </div>
        </form>
        <BesideForms {...{ draft, nameOf, creation }} />
      </div>
    </>
  );
}
