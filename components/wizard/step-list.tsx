"use client";

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled, ErrorCircleFilled } from "@fluentui/react-icons";
import { VISUALLY_HIDDEN } from "@/components/ui/visually-hidden";
import type { StepState, Wizard } from "./use-wizard";

const PHONE = "@media (max-width: 480px)";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
    [PHONE]: { display: "grid", gridAutoFlow: "column", gridAutoColumns: "minmax(0, 1fr)" },
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
  valid: { color: tokens.colorStatusSuccessForeground1 },
  invalid: { color: tokens.colorStatusDangerForeground3 },
  hidden: VISUALLY_HIDDEN,
});

const STATE_LABEL: Readonly<Record<StepState, string>> = {
  open: "",
  valid: ", complete",
  invalid: ", has an error",
};

/** The steps with their state; each can be opened at any time. */
export function StepList<Step extends string>(props: {
  readonly wizard: Wizard<Step>;
  readonly titles: Readonly<Record<Step, string>>;
}) {
  const styles = useStyles();
  const { wizard, titles } = props;
  return (
    <nav aria-label="Steps">
      <ol className={styles.list}>
        {wizard.steps.map((step, index) => {
          const here = step === wizard.step;
          const state = wizard.stateOf(step);
          return (
            <li key={step}>
              <button
                type="button"
                className={mergeClasses(styles.step, here && styles.here)}
                aria-current={here ? "step" : undefined}
                onClick={() => {
                  wizard.goTo(step);
                }}
              >
                <span className={styles.mark} aria-hidden="true">
                  {state === "invalid" ? (
                    <ErrorCircleFilled className={styles.invalid} />
                  ) : state === "valid" && !here ? (
                    <CheckmarkCircleFilled className={styles.valid} />
                  ) : (
                    <span className={mergeClasses(styles.number, here && styles.numberHere)}>
                      {index + 1}
                    </span>
                  )}
                </span>
                {titles[step]}
                <span className={styles.hidden}>{STATE_LABEL[state]}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
