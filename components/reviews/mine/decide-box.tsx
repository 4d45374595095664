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
import type { KeyboardEvent, RefObject } from "react";
import { type Decided, type Verdict, VERDICTS } from "./answer";
import { VERDICT_WORDS } from "./answer-labels";

/** Longest justification: the reason of a decision in the history is no longer either. */
const JUSTIFICATION_MAX = 1_000;
const KEPT =
  "The review keeps it, and so does the history: please write no names into it. At most 1,000 characters.";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  verdicts: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  verdict: {
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
    flexGrow: 1,
    whiteSpace: "nowrap",
  },
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
export interface Writing {
  readonly text: string;
  /** The same text serves the items that follow. */
  readonly keeps: boolean;
  /** The rule that the last answer broke; null when none. */
  readonly broken: string | null;
}

interface DecideBoxProps {
  /** Whether the single keys of the list are told beside the answers. */
  readonly keys: boolean;
  /** What was decided last; null where the list says it. */
  readonly said: string | null;
  /** On to the next undecided item without an answer; null where the list leads there. */
  readonly onSkip: (() => void) | null;
  readonly decided: Decided;
  /** Why nothing can be decided; null when it can. */
  readonly whyNot: string | null;
  readonly writing: Writing;
  readonly requiredOnApproval: boolean;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onWrite: (text: string) => void;
  readonly onKeep: (keeps: boolean) => void;
  readonly onDecide: (verdict: Verdict) => void;
  /** The text is written: on with what it was for, or back to the list. */
  readonly onWritten: () => void;
  readonly onLeave: () => void;
}

/** The three answers with the justification that goes with them. */
export function DecideBox(props: DecideBoxProps) {
  const styles = useStyles();
  const { keys, said, onSkip, decided, whyNot, writing, requiredOnApproval } = props;
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
      <div role="group" aria-label="Decide on this item" className={styles.verdicts}>
        {VERDICTS.map((verdict) => (
          <ToggleButton
            key={verdict}
            className={styles.verdict}
            checked={decided === verdict}
            disabledFocusable={whyNot !== null}
            {...(keys && { "aria-keyshortcuts": VERDICT_WORDS[verdict].key })}
            {...(whyNot !== null && { title: whyNot })}
            onClick={() => {
              props.onDecide(verdict);
            }}
          >
            {VERDICT_WORDS[verdict].verb}
            {keys && (
              <kbd aria-hidden="true" className={styles.key}>
                {VERDICT_WORDS[verdict].key}
              </kbd>
            )}
          </ToggleButton>
        ))}
        {onSkip && (
          <Button appearance="subtle" className={styles.verdict} onClick={onSkip}>
            Skip
          </Button>
        )}
      </div>
      {said !== null && (
        <Text size={200} role="status">
          {said}
        </Text>
      )}
      <Field
        label="Justification"
        hint={requiredOnApproval ? `Required to approve. ${KEPT}` : KEPT}
        {...(writing.broken !== null && { validationMessage: writing.broken })}
      >
        <Textarea
          textarea={{ ref: props.field }}
          rows={2}
          resize="vertical"
          value={writing.text}
          maxLength={JUSTIFICATION_MAX}
          disabled={whyNot !== null}
          onKeyDown={onKeyDown}
          onChange={(_event, { value }) => {
            props.onWrite(value);
          }}
        />
      </Field>
      <Checkbox
        label="Use it for the following items too"
        checked={writing.keeps}
        onChange={(_event, { checked }) => {
          props.onKeep(checked === true);
        }}
      />
    </div>
  );
}
