"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { ConsequenceStep } from "./consequence-step";
import { ReviewersStep } from "./reviewers-step";
import { ScheduleStep } from "./schedule-step";
import { ScopeStep } from "./scope-step";
import type { StepForm } from "./step-form";
import { STEP_NAMES } from "./step-list";
import { type Step, STEPS } from "./wizard-state";

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: "none",
  },
});

/** The fields of one step under its heading, which takes the focus when the step is changed. */
export function StepBody(props: StepForm & { readonly step: Step }) {
  const { step, ...form } = props;
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    // Not when the page is opened: there the reader begins at its top.
    if (before.current === step) return;
    before.current = step;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [step]);
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {STEPS.indexOf(step) + 1}. {STEP_NAMES[step]}
      </h2>
      <Fields step={step} form={form} />
    </>
  );
}

function Fields({ step, form }: { readonly step: Step; readonly form: StepForm }) {
  switch (step) {
    case "scope":
      return <ScopeStep {...form} />;
    case "reviewers":
      return <ReviewersStep {...form} />;
    case "schedule":
      return <ScheduleStep {...form} />;
    case "consequence":
      return <ConsequenceStep {...form} />;
  }
}
