"use client";

import { makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { FormField, type FormFieldProps } from "./form-field";

const useStyles = makeStyles({
  label: { display: "block" },
  hint: {
    display: "block",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export interface RadioOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  /** Why it cannot be chosen; null or absent where it can. */
  readonly whyNot?: string | null;
}

/** One of a few, each with a sentence about what it means. */
export function ChoiceField<Value extends string>(
  props: FormFieldProps & {
    readonly value: Value;
    readonly options: readonly RadioOption<Value>[];
    readonly onChange: (value: Value) => void;
  },
) {
  const { value, options, onChange, ...field } = props;
  const styles = useStyles();
  return (
    <FormField {...field}>
      <RadioGroup
        value={value}
        onChange={(_event, selected) => {
          const option = options.find((each) => each.value === selected.value);
          if (option) onChange(option.value);
        }}
      >
        {options.map(({ value, label, hint, whyNot = null }) => (
          <Radio
            key={value}
            value={value}
            disabled={whyNot !== null}
            label={
              <>
                <span className={styles.label}>{label}</span>
                {(whyNot ?? hint) !== undefined && (
                  <span className={styles.hint}>{whyNot ?? hint}</span>
                )}
              </>
            }
          />
        ))}
      </RadioGroup>
    </FormField>
  );
}
