"use client";

import { makeStyles, Select } from "@fluentui/react-components";
import { FormField, type FormFieldProps } from "./form-field";

const useStyles = makeStyles({ select: { maxWidth: "16rem" } });

/** One of several, by name alone. */
export function SelectField<Value extends string>(
  props: FormFieldProps & {
    readonly value: Value;
    readonly options: readonly { readonly value: Value; readonly label: string }[];
    readonly onChange: (value: Value) => void;
  },
) {
  const { value, options, onChange, ...field } = props;
  const styles = useStyles();
  return (
    <FormField {...field}>
      <Select
        className={styles.select}
        value={value}
        onChange={(_event, selected) => {
          const option = options.find((each) => each.value === selected.value);
          if (option) onChange(option.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </FormField>
  );
}
