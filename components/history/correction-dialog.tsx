"use client";

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
} from "@fluentui/react-components";
import { type ReactNode, useRef, useState } from "react";
import { DialogColumn } from "@/components/ui/dialog-column";
import { ReasonField, reasonProblem } from "@/components/plan/reason-field";
import { ApiFailure } from "@/components/directory/api-failure";
import { ApiError } from "@/lib/contract/api-error";

const useStyles = makeStyles({
  record: { whiteSpace: "nowrap", maxWidth: "none" },
});

interface CorrectionDialogProps<Value extends string> {
  readonly open: boolean;
  readonly title: string;
  /** What the history says now. */
  readonly recorded: string;
  /** What is asked for. */
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly name: string }[];
  /** Why there is nothing to choose, where there is not. */
  readonly whyNoChoice?: string;
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
  /** What is asked besides. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  /** What somebody else has recorded since the person began, beside what they chose. */
  readonly meanwhile: ReactNode;
  readonly pending: boolean;
  readonly error: Error | null;
  /** The failure was read; the form is shown again. */
  readonly onAgain: () => void;
  readonly onRecord: (value: Value, reason: string) => void;
  readonly onClose: () => void;
}

/** Asks what is right in place of what the history says, and why; both stay in the history. */
export function CorrectionDialog<Value extends string>(props: CorrectionDialogProps<Value>) {
  const { open, title, recorded, label, choices, chosen, pending, error, onRecord, onClose } =
    props;
  const styles = useStyles();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const isClosed = choices.length === 0;
  const form = useRef<HTMLDivElement>(null);
  const record = () => {
    setTried(true);
    if (chosen === null) form.current?.querySelector<HTMLElement>("[type=radio]")?.focus();
    else if (reasonProblem(reason) === null) onRecord(chosen, reason.trim());
    else form.current?.querySelector<HTMLElement>("textarea")?.focus();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(_event, { open, type }) => {
        if (!open && !pending && type !== "backdropClick") onClose();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogColumn ref={form}>
            <Text>
              {recorded} What is recorded stays in the history, and the correction is shown beside
              it with your name. Nothing is sent to the directory.
            </Text>
            {error !== null && (
              <ApiFailure error={error} notDone={notDone(error)} onRetry={props.onAgain} />
            )}
            {props.meanwhile}
            {isClosed ? (
              <Text>{props.whyNoChoice}</Text>
            ) : (
              <>
                {props.before}
                <Field
                  label={label}
                  required
                  {...(tried && chosen === null && { validationMessage: "Choose what is right." })}
                >
                  <RadioGroup
                    value={chosen ?? ""}
                    onChange={(_event, { value }) => {
                      const choice = choices.find((each) => each.value === value);
                      if (choice) props.onChoose(choice.value);
                    }}
                  >
                    {choices.map(({ value, name }) => (
                      <Radio key={value} value={value} label={name} />
                    ))}
                  </RadioGroup>
                </Field>
                {props.after}
                <ReasonField reason={reason} onChange={setReason} tried={tried} />
              </>
            )}
          </DialogColumn>
          <DialogActions>
            <Button disabledFocusable={pending} onClick={onClose}>
              {isClosed ? "Close" : "Cancel"}
            </Button>
            {!isClosed && (
              <Button
                appearance="primary"
                className={styles.record}
                disabledFocusable={pending}
                onClick={record}
              >
                {pending ? "Recording …" : "Record the correction"}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** An answer that was lost may have been the receipt. */
function notDone(error: Error): string {
  return error instanceof ApiError && error.kind === "no-answer"
    ? "Whether the correction was recorded is not known: look at this entry again before you repeat it."
    : "The correction was not recorded. What you chose and wrote is kept.";
}
