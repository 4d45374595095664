"use client";

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled, ErrorCircleFilled } from "@fluentui/react-icons";
import { type Step, STEPS } from "./wizard-state";

export const STEP_NAMES: Readonly<Record<Step, string>> = {
  scope: "Scope",
  reviewers: "Reviewers",
  schedule: "Schedule",
  consequence: "Consequence",
};

export type StepState = "open" | "right" | "wrong";

const PHONE = "@media (max-width: 480px)";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
    [PHONE]: { display: "grid", gridTemplateColumns: "repeat(4, minmax(0, 1fr))" },
  },
  step: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minHeight: "36px",
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    },
    [PHONE]: {
      flexDirection: "column",
      gap: tokens.spacingVerticalXS,
      width: "100%",
      padding: `${tokens.spacingVerticalXS} 0`,
      fontSize: tokens.fontSizeBase200,
    },
  },
  here: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  mark: { display: "flex", fontSize: "20px" },
  number: {
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    boxSizing: "border-box",
    width: "20px",
    height: "20px",
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
  },
  numberHere: {
    border: "none",
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  right: { color: tokens.colorStatusSuccessForeground1 },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

const SAID: Readonly<Record<StepState, string>> = {
  open: "",
  right: ", filled in",
  wrong: ", something is wrong",
};

/** Where somebody is among the four steps, and a way to each. */
export function StepList(props: {
  readonly at: Step;
  readonly stateOf: (step: Step) => StepState;
  readonly onGo: (step: Step) => void;
}) {
  const styles = useStyles();
  return (
    <nav aria-label="Steps">
      <ol className={styles.list}>
        {STEPS.map((step, index) => {
          const here = step === props.at;
          const state = props.stateOf(step);
          return (
            <li key={step}>
              <button
                type="button"
                className={mergeClasses(styles.step, here && styles.here)}
                aria-current={here ? "step" : undefined}
                onClick={() => {
                  props.onGo(step);
                }}
              >
                <span className={styles.mark} aria-hidden="true">
                  {state === "wrong" ? (
                    <ErrorCircleFilled className={styles.wrong} />
                  ) : state === "right" && !here ? (
                    <CheckmarkCircleFilled className={styles.right} />
                  ) : (
                    <span className={mergeClasses(styles.number, here && styles.numberHere)}>
                      {index + 1}
                    </span>
                  )}
                </span>
                {STEP_NAMES[step]}
                <span className={styles.hidden}>{SAID[state]}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
