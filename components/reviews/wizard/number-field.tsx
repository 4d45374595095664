"use client";

import { Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { WizardField, type WizardFieldProps } from "./wizard-field";

const useStyles = makeStyles({ input: { maxWidth: "10rem" } });

/** The number that was typed; 0 for what is none, which every rule here refuses. */
const numberIn = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : 0);

/** A whole number, for example of days. */
export function NumberField(
  props: WizardFieldProps & {
    readonly value: number;
    readonly unit: string;
    readonly onChange: (value: number) => void;
  },
) {
  const { value, unit, onChange, ...field } = props;
  const styles = useStyles();
  const [typed, setTyped] = useState(String(value));
  return (
    <WizardField {...field}>
      <Input
        className={styles.input}
        inputMode="numeric"
        autoComplete="off"
        // What was typed stays as it was typed for as long as it means the same.
        value={numberIn(typed) === value ? typed : String(value)}
        contentAfter={unit}
        onChange={(_event, { value: text }) => {
          setTyped(text);
          onChange(numberIn(text));
        }}
      />
    </WizardField>
  );
}
