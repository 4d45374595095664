"use client";

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef } from "react";
import { ONE_COLUMN } from "./side-pane";
import { StepList } from "./step-list";
import type { Wizard } from "./use-wizard";

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
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: "none",
  },
  end: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface WizardFrameProps<Step extends string> {
  readonly wizard: Wizard<Step>;
  readonly titles: Readonly<Record<Step, string>>;
  /** The fields of the step that is shown. */
  readonly children: ReactNode;
  /** Takes the place of Next at the last step. */
  readonly finish: ReactNode;
  /** What can be done at any step, behind the buttons that lead on. */
  readonly actions?: ReactNode;
  /** What the form means, beside it. */
  readonly side: ReactNode;
}

/** A form in steps, with what it means beside it. */
export function WizardFrame<Step extends string>(props: WizardFrameProps<Step>) {
  const styles = useStyles();
  const { wizard, titles, children, finish, actions, side } = props;
  const { step, steps, back, isLast } = wizard;
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
    <div className={styles.columns}>
      <form ref={wizard.form} className={styles.form} noValidate onSubmit={wizard.next}>
        <StepList wizard={wizard} titles={titles} />
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {steps.indexOf(step) + 1}. {titles[step]}
        </h2>
        {children}
        <div className={styles.end}>
          {back !== null && <Button onClick={back}>Back</Button>}
          {isLast ? (
            finish
          ) : (
            <Button appearance="primary" type="submit">
              Next
            </Button>
          )}
          {actions}
        </div>
      </form>
      {side}
    </div>
  );
}
