"use client";

import { makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { WizardField, type WizardFieldProps } from "./wizard-field";

const useStyles = makeStyles({
  label: { display: "block" },
  says: {
    display: "block",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly says?: string;
  /** Why it cannot be chosen here. */
  readonly notHere?: string | null;
}

/** One of a few, each with a sentence of what it means. */
export function ChoiceField<Value extends string>(
  props: WizardFieldProps & {
    readonly value: Value;
    readonly choices: readonly Choice<Value>[];
    readonly onChange: (value: Value) => void;
  },
) {
  const { value, choices, onChange, ...field } = props;
  const styles = useStyles();
  return (
    <WizardField {...field}>
      <RadioGroup
        value={value}
        onChange={(_event, chosen) => {
          const choice = choices.find((each) => each.value === chosen.value);
          if (choice) onChange(choice.value);
        }}
      >
        {choices.map(({ value, name, says, notHere = null }) => (
          <Radio
            key={value}
            value={value}
            disabled={notHere !== null}
            label={
              <>
                <span className={styles.label}>{name}</span>
                {(notHere ?? says) !== undefined && (
                  <span className={styles.says}>{notHere ?? says}</span>
                )}
              </>
            }
          />
        ))}
      </RadioGroup>
    </WizardField>
  );
}
