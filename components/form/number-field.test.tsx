import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, test } from "vitest";
import { NumberField } from "./number-field";

/** A form around the field that shows what it was given. */
function Form({ invalid }: { readonly invalid?: number }) {
  const [value, setValue] = useState(14);
  return (
    <FluentProvider theme={webLightTheme}>
      <NumberField
        label="Open for"
        unit="days"
        value={value}
        onChange={setValue}
        {...(invalid !== undefined && { whenInvalid: invalid })}
      />
      <output>{value}</output>
      <button
        onClick={() => {
          setValue(30);
        }}
      >
        Set to 30
      </button>
    </FluentProvider>
  );
}

const field = () => screen.getByRole("textbox", { name: "Open for" });
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const value = () => screen.getByRole("status").textContent;

describe("A number field", () => {
  test.each([
    ["7", "7"],
    [" 60 ", "60"],
    ["007", "7"],
    ["0", "0"],
    ["", "0"],
    ["soon", "0"],
    ["1.5", "0"],
    ["-3", "0"],
    ["1e3", "0"],
    ["12345678901", "0"],
  ])("takes %j for %s and leaves it as it was typed", (text, number) => {
    render(<Form />);
    type(text);
    expect(value()).toBe(number);
    expect(field()).toHaveValue(text);
  });

  test("gives what its form refuses for a text that is no whole number, where 0 is allowed", () => {
    render(<Form invalid={-1} />);
    type("0");
    expect(value()).toBe("0");
    type("ninety");
    expect(value()).toBe("-1");
    expect(field()).toHaveValue("ninety");
  });

  test("shows the number that is set from elsewhere", () => {
    render(<Form />);
    type("soon");
    fireEvent.click(screen.getByRole("button", { name: "Set to 30" }));
    expect(field()).toHaveValue("30");
  });

  test("that can only be read takes no text", () => {
    render(
      <FluentProvider theme={webLightTheme}>
        <NumberField label="Open for" unit="days" value={14} onChange={null} />
      </FluentProvider>,
    );
    expect(field()).toHaveAttribute("readonly");
    type("7");
    expect(field()).toHaveValue("14");
  });
});
