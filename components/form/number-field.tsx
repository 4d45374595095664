"use client";

import { Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { FormField, type FormFieldProps } from "./form-field";

const useStyles = makeStyles({ input: { maxWidth: "10rem" } });

/** A whole number with its unit. What was typed stays in the field; an error message is the form's to give. */
export function NumberField(
  props: FormFieldProps & {
    readonly value: number;
    readonly unit: string;
    /** Null where it can only be read. */
    readonly onChange: ((value: number) => void) | null;
    /** Stands for a text that is no whole number: a value that the form refuses. */
    readonly whenInvalid?: number;
  },
) {
  const { value, unit, onChange, whenInvalid = 0, ...field } = props;
  const styles = useStyles();
  const [typed, setTyped] = useState(String(value));
  const numberIn = (text: string) =>
    /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : whenInvalid;
  return (
    <FormField {...field}>
      <Input
        className={styles.input}
        inputMode="numeric"
        autoComplete="off"
        readOnly={onChange === null}
        // The typed text stays while it means the same: "07" is 7, "soon" is no number.
        value={numberIn(typed) === value ? typed : String(value)}
        contentAfter={unit}
        onChange={(_event, { value: text }) => {
          setTyped(text);
          onChange?.(numberIn(text));
        }}
      />
    </FormField>
  );
}
