"use client";

import { Field, Switch } from "@fluentui/react-components";

/** Something that is on or off. */
export function SwitchField(props: {
  readonly label: string;
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const { label, hint, disabled = false, checked, onChange } = props;
  return (
    <Field {...(hint !== undefined && { hint })}>
      <Switch
        label={label}
        disabled={disabled}
        checked={checked}
        onChange={(_event, data) => {
          onChange(data.checked);
        }}
      />
    </Field>
  );
}
