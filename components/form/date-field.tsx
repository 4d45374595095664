"use client";

import { Input, makeStyles } from "@fluentui/react-components";
import { FormField, type FormFieldProps } from "./form-field";

const useStyles = makeStyles({ input: { maxWidth: "12rem" } });

/** A calendar day as YYYY-MM-DD; empty while it is incomplete. */
export function DateField(
  props: FormFieldProps & { readonly value: string; readonly onChange: (value: string) => void },
) {
  const { value, onChange, ...field } = props;
  const styles = useStyles();
  return (
    <FormField {...field}>
      <Input
        className={styles.input}
        type="date"
        value={value}
        onChange={(_event, { value: day }) => {
          onChange(day);
        }}
      />
    </FormField>
  );
}
