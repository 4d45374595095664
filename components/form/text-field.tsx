"use client";

import { Input, Textarea } from "@fluentui/react-components";
import { FormField, type FormFieldProps } from "./form-field";

/** A line of text, or several. */
export function TextField(
  props: FormFieldProps & {
    readonly value: string;
    readonly multiline?: boolean;
    readonly maxLength?: number;
    readonly onChange: (value: string) => void;
  },
) {
  const { value, multiline = false, maxLength, onChange, ...field } = props;
  const text = {
    value,
    ...(maxLength !== undefined && { maxLength }),
    onChange: (_event: unknown, data: { readonly value: string }) => {
      onChange(data.value);
    },
  };
  return (
    <FormField {...field}>
      {multiline ? (
        <Textarea resize="vertical" {...text} />
      ) : (
        <Input autoComplete="off" {...text} />
      )}
    </FormField>
  );
}
