"use client";

import { Field, Input, makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({ input: { maxWidth: "10rem" } });

/** A number of days. */
export function DayField(props: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly error: string | undefined;
  /** Null for who may only look. */
  readonly onChange: ((value: string) => void) | null;
}) {
  const styles = useStyles();
  return (
    <Field
      label={props.label}
      hint={props.hint}
      {...(props.error !== undefined && { validationMessage: props.error })}
    >
      <Input
        className={styles.input}
        inputMode="numeric"
        value={props.value}
        readOnly={props.onChange === null}
        contentAfter="days"
        onChange={(_, { value }) => props.onChange?.(value)}
      />
    </Field>
  );
}
