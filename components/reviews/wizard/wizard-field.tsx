"use client";

import { Field, type FieldProps } from "@fluentui/react-components";

export interface WizardFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly className?: string;
  readonly error: string | undefined;
  readonly onLeave: () => void;
}

/** A control under its label, with the rule that it breaks below it. */
export function WizardField(
  props: WizardFieldProps & { readonly children: FieldProps["children"] },
) {
  const { label, hint, required = false, className, error, onLeave } = props;
  return (
    <Field
      label={label}
      required={required}
      {...(hint !== undefined && { hint })}
      {...(className !== undefined && { className })}
      {...(error !== undefined && { validationMessage: error })}
      onBlur={(event) => {
        // From one radio of a group to the next is not leaving it.
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave();
      }}
    >
      {props.children}
    </Field>
  );
}
