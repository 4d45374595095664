"use client";

import { Field, type FieldProps } from "@fluentui/react-components";

export interface FormFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly className?: string;
  /** What is wrong with the value; absent or undefined while nothing is. */
  readonly error?: string | undefined;
  /** What to know about the value; shown unless something is wrong with it. */
  readonly warning?: string;
  /** The focus has left the field. */
  readonly onLeave?: () => void;
}

/** A control under its label, with its error below it. */
export function FormField(props: FormFieldProps & { readonly children: FieldProps["children"] }) {
  const { label, hint, required = false, className, error, warning, onLeave } = props;
  return (
    <Field
      label={label}
      required={required}
      {...(hint !== undefined && { hint })}
      {...(className !== undefined && { className })}
      {...(error !== undefined
        ? { validationMessage: error }
        : warning !== undefined && { validationMessage: warning, validationState: "warning" })}
      onBlur={(event) => {
        // From one radio of a group to the next is not leaving it.
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave?.();
      }}
    >
      {props.children}
    </Field>
  );
}
