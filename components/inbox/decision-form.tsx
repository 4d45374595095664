"use client";

import {
  Button,
  Checkbox,
  Field,
  makeStyles,
  Text,
  Textarea,
  ToggleButton,
  tokens,
} from "@fluentui/react-components";
import { type KeyboardEvent, type MouseEvent, type RefObject, useRef } from "react";
import type { DecisionOption } from "./inbox";

/** Milliseconds after a press in which the next is taken for the second half of a double press. */
const DOUBLE_PRESS = 500;

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  decisions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  decision: {
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
    flexGrow: 1,
    whiteSpace: "nowrap",
    // A finger leaves the hover behind: the next guest's button would look pressed.
    "@media (hover: none)": {
      "&[aria-pressed=false]:hover": {
        backgroundColor: tokens.colorNeutralBackground1,
        color: tokens.colorNeutralForeground1,
      },
    },
  },
  steps: { display: "flex", justifyContent: "space-between" },
  key: {
    marginLeft: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusSmall,
    border: "1px solid currentColor",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase100,
    opacity: 0.8,
  },
});

/** The justification as it is written, and what it is for. */
export interface JustificationText {
  readonly text: string;
  /** The same text serves the items that follow. */
  readonly isReused: boolean;
  /** The rule that the last answer broke; null when none. */
  readonly problem: string | null;
}

interface DecisionFormProps<Decision extends string> {
  readonly options: readonly DecisionOption<Decision>[];
  /** Where answers end up: "the review". */
  readonly place: string;
  /** Whether the single keys of the list are shown beside the decisions. */
  readonly showsKeys: boolean;
  /** What was decided last; null where the list says it. */
  readonly announcement: string | null;
  /** Back to the item decided last, and on without an answer; null where the list leads there. */
  readonly steps: { readonly back: () => void; readonly skip: () => void } | null;
  readonly decision: Decision | null;
  /** Why nothing can be decided; null when it can. */
  readonly whyNot: string | null;
  readonly justification: JustificationText;
  /** Which decision needs a justification, before one is tried; null where none does. */
  readonly requirement: string | null;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onWrite: (text: string) => void;
  readonly onReuse: (isReused: boolean) => void;
  readonly onDecide: (decision: Decision) => void;
  /** The text is written: on with the decision it was for, or back to the list. */
  readonly onWritten: () => void;
  readonly onLeave: () => void;
}

/**
 * Lets one press through and drops those that follow at once: the form shows the next item by then, and a double tap
 * would decide about somebody nobody has looked at.
 */
function useSinglePress() {
  const last = useRef(Number.NEGATIVE_INFINITY);
  return (act: () => void) => (event: MouseEvent) => {
    if (event.timeStamp - last.current < DOUBLE_PRESS) return;
    last.current = event.timeStamp;
    act();
  };
}

/** The decisions about one item, with the justification that goes with them. */
export function DecisionForm<Decision extends string>(props: DecisionFormProps<Decision>) {
  const styles = useStyles();
  const { options, place, showsKeys, announcement, steps, whyNot, justification } = props;
  const onPress = useSinglePress();
  const hint = [
    props.requirement,
    `Stored in ${place} and in the history: don't include names.`,
    "Up to 1,000 characters.",
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      props.onWritten();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      props.onLeave();
    }
  };
  return (
    <div className={styles.box}>
      <div role="group" aria-label="Decide on this item" className={styles.decisions}>
        {options.map(({ decision, verb, key }) => (
          <ToggleButton
            key={decision}
            className={styles.decision}
            checked={props.decision === decision}
            disabledFocusable={whyNot !== null}
            aria-keyshortcuts={key}
            {...(whyNot !== null && { title: whyNot })}
            onClick={onPress(() => {
              props.onDecide(decision);
            })}
          >
            {verb}
            {showsKeys && (
              <kbd aria-hidden="true" className={styles.key}>
                {key}
              </kbd>
            )}
          </ToggleButton>
        ))}
      </div>
      {steps && (
        <div className={styles.steps}>
          <Button appearance="subtle" onClick={onPress(steps.back)}>
            Previous
          </Button>
          <Button appearance="subtle" onClick={onPress(steps.skip)}>
            Skip
          </Button>
        </div>
      )}
      {announcement !== null && (
        <Text size={200} role="status">
          {announcement}
        </Text>
      )}
      <Field
        label="Justification"
        hint={hint.filter((text) => text !== null).join(" ")}
        {...(justification.problem !== null && { validationMessage: justification.problem })}
      >
        <Textarea
          textarea={{ ref: props.field }}
          rows={2}
          resize="vertical"
          value={justification.text}
          disabled={whyNot !== null}
          onKeyDown={onKeyDown}
          onChange={(_event, { value }) => {
            props.onWrite(value);
          }}
        />
      </Field>
      <Checkbox
        label="Reuse for the next guests"
        checked={justification.isReused}
        onChange={(_event, { checked }) => {
          props.onReuse(checked === true);
        }}
      />
    </div>
  );
}
