"use client";

import { Input, makeStyles } from "@fluentui/react-components";
import type { IsoDate } from "@/lib/domain/time";
import { WizardField, type WizardFieldProps } from "./wizard-field";

const useStyles = makeStyles({ input: { maxWidth: "12rem" } });

/** A calendar day. */
export function DateField(
  props: WizardFieldProps & {
    readonly value: IsoDate;
    readonly onChange: (value: IsoDate) => void;
  },
) {
  const { value, onChange, ...field } = props;
  const styles = useStyles();
  return (
    <WizardField {...field}>
      <Input
        className={styles.input}
        type="date"
        value={value}
        onChange={(_event, { value: day }) => {
          onChange(day);
        }}
      />
    </WizardField>
  );
}
