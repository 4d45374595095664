import { FluentProvider, Input, webLightTheme } from "@fluentui/react-components";
import { fireEvent, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, test, vi } from "vitest";
import { ChoiceField } from "./choice-field";
import { focusFirstError } from "./focus-first-error";
import { FormField } from "./form-field";
import { TextField } from "./text-field";

const show = (part: ReactNode) =>
  render(<FluentProvider theme={webLightTheme}>{part}</FluentProvider>);

const OPTIONS = [
  { value: "a", label: "Apple" },
  { value: "b", label: "Beet", hint: "A root.", whyNot: "Not in season." },
] as const;

describe("A form field", () => {
  test("says its error in place of its warning, and only an error makes it invalid", () => {
    const field = { label: "Name", value: "", onChange: () => undefined, warning: "Be careful." };
    const { rerender } = show(<TextField {...field} />);
    const input = screen.getByRole("textbox", { name: "Name" });
    expect(input).toHaveAccessibleDescription("Be careful.");
    expect(input).not.toHaveAttribute("aria-invalid", "true");
    rerender(
      <FluentProvider theme={webLightTheme}>
        <TextField {...field} error="Enter a name." />
      </FluentProvider>,
    );
    expect(input).toHaveAccessibleDescription("Enter a name.");
    expect(input).toHaveAttribute("aria-invalid", "true");
  });

  test("is left when the focus goes elsewhere, not from one option to the next", () => {
    const onLeave = vi.fn();
    const onChange = vi.fn();
    show(<ChoiceField label="Food" value="a" options={OPTIONS} {...{ onLeave, onChange }} />);
    const first = screen.getByRole("radio", { name: "Apple" });
    fireEvent.blur(first, { relatedTarget: screen.getByRole("radio", { name: /^Beet/ }) });
    expect(onLeave).not.toHaveBeenCalled();
    fireEvent.blur(first, { relatedTarget: document.body });
    expect(onLeave).toHaveBeenCalledTimes(1);
  });

  test("says in place of an option's hint why it cannot be chosen", () => {
    show(<ChoiceField label="Food" value="a" options={OPTIONS} onChange={() => undefined} />);
    expect(screen.getByRole("radio", { name: /Not in season\./ })).toBeDisabled();
    expect(screen.queryByText("A root.")).toBeNull();
  });
});

test("The focus is led to the first field with an error", async () => {
  show(
    <form aria-label="Form">
      <FormField label="Right">
        <Input />
      </FormField>
      <ChoiceField
        label="Food"
        error="Choose another."
        value="a"
        options={OPTIONS}
        onChange={() => undefined}
      />
      <FormField label="Also wrong" error="Enter something.">
        <Input />
      </FormField>
    </form>,
  );
  focusFirstError(screen.getByRole("form", { name: "Form" }));
  await vi.waitFor(() => {
    expect(screen.getByRole("radio", { name: "Apple" })).toHaveFocus();
  });
});
