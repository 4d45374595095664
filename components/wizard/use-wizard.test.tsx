import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { useState } from "react";
import { describe, expect, test } from "vitest";
import { NumberField } from "@/components/form/number-field";
import { TextField } from "@/components/form/text-field";
import { type FieldProblem, useWizard } from "./use-wizard";
import { WizardFrame } from "./wizard-frame";

// The wizard of something that is no review: steps, fields and rules are all that the frame needs.
const STEPS = ["name", "size", "end"] as const;
type Step = (typeof STEPS)[number];
const TITLES = { name: "Name", size: "Size", end: "End" } as const;

function CakeWizard() {
  const [cake, setCake] = useState({ name: "", tiers: 1 });
  const problems: FieldProblem<Step>[] = [
    ...(cake.name === ""
      ? [{ step: "name", field: "name", rule: "A cake needs a name." } as const]
      : []),
    ...(cake.tiers < 1 || cake.tiers > 3
      ? [{ step: "size", field: "tiers", rule: "One to three tiers." } as const]
      : []),
  ];
  const wizard = useWizard(STEPS, problems);
  const [isBaked, setBaked] = useState(false);
  return (
    <WizardFrame
      wizard={wizard}
      titles={TITLES}
      side={<aside>{isBaked ? "Baked" : "Raw"}</aside>}
      finish={
        <button
          type="button"
          onClick={() => {
            if (wizard.check()) setBaked(true);
          }}
        >
          Bake
        </button>
      }
      actions={
        <>
          <button type="button" onClick={wizard.reset}>
            Start over
          </button>
          <button
            type="button"
            onClick={() => {
              wizard.goToNamed("size", "Tiers");
            }}
          >
            Make it higher
          </button>
        </>
      }
    >
      {wizard.step === "name" && (
        <TextField
          label="Name"
          value={cake.name}
          {...wizard.field("name")}
          onChange={(name) => {
            setCake({ ...cake, name });
          }}
        />
      )}
      {wizard.step === "size" && (
        <NumberField
          label="Tiers"
          unit="tiers"
          value={cake.tiers}
          {...wizard.field("tiers")}
          onChange={(tiers) => {
            setCake({ ...cake, tiers });
          }}
        />
      )}
    </WizardFrame>
  );
}

const open = (searchParams = "") =>
  render(
    <NuqsTestingAdapter hasMemory searchParams={searchParams}>
      <FluentProvider theme={webLightTheme}>
        <CakeWizard />
      </FluentProvider>
    </NuqsTestingAdapter>,
  );

const press = (name: string | RegExp) => {
  fireEvent.click(screen.getByRole("button", { name }));
};
const step = (name: string) => {
  fireEvent.click(
    within(screen.getByRole("navigation", { name: "Steps" })).getByRole("button", {
      name: new RegExp(name),
    }),
  );
};
const isAt = (title: string) => screen.findByRole("heading", { level: 2, name: title });
const box = (name: string) => screen.getByRole("textbox", { name });
const fill = (name: string, value: string) => fireEvent.change(box(name), { target: { value } });

describe("A wizard", () => {
  test("begins at its first step, or at the one that the address names", async () => {
    const { unmount } = open();
    await isAt("1. Name");
    expect(screen.queryByRole("button", { name: "Back" })).toBeNull();
    unmount();
    open("?step=end");
    await isAt("3. End");
    expect(screen.queryByRole("button", { name: "Next" })).toBeNull();
  });

  test("takes an unknown step of the address for the first", async () => {
    open("?step=icing");
    await isAt("1. Name");
  });

  test("says an error once its field was left, and no longer when it is right", () => {
    open();
    expect(screen.queryByText("A cake needs a name.")).toBeNull();
    fireEvent.blur(box("Name"));
    expect(screen.getByText("A cake needs a name.")).toBeInTheDocument();
    fill("Name", "Sacher");
    expect(screen.queryByText("A cake needs a name.")).toBeNull();
  });

  test("does not go on from a step with an error, and leads the focus there", async () => {
    open();
    press("Next");
    expect(screen.getByText("A cake needs a name.")).toBeInTheDocument();
    await waitFor(() => {
      expect(box("Name")).toHaveFocus();
    });
    await isAt("1. Name");
    fill("Name", "Sacher");
    press("Next");
    expect(await isAt("2. Size")).toHaveFocus();
    press("Back");
    expect(await isAt("1. Name")).toHaveFocus();
  });

  test("can be looked through without filling it in; then each step left behind shows its state", async () => {
    open();
    step("End");
    await isAt("3. End");
    const buttons = within(screen.getByRole("navigation")).getAllByRole("button");
    expect(buttons.map((button) => button.textContent)).toEqual([
      "Name, has an error",
      "Size, complete",
      "3End",
    ]);
  });

  test("opened at a later step, as after consent, shows the state of the steps before it", async () => {
    open("?step=end");
    await isAt("3. End");
    const buttons = within(screen.getByRole("navigation")).getAllByRole("button");
    expect(buttons.map((button) => button.textContent)).toEqual([
      "Name, has an error",
      "Size, complete",
      "3End",
    ]);
  });

  test("finishes only when all is right: else it goes to the first error and shows all", async () => {
    open("?step=size");
    fill("Tiers", "9");
    step("End");
    await isAt("3. End");
    press("Bake");
    await isAt("1. Name");
    await waitFor(() => {
      expect(box("Name")).toHaveFocus();
    });
    fill("Name", "Sacher");
    step("Size");
    await isAt("2. Size");
    expect(screen.getByText("One to three tiers.")).toBeInTheDocument();
    fill("Tiers", "2");
    step("End");
    await isAt("3. End");
    expect(screen.getByText("Raw")).toBeInTheDocument();
    press("Bake");
    expect(await screen.findByText("Baked")).toBeInTheDocument();
  });

  test("leads to a field of another step, or of the step that is shown", async () => {
    open();
    const follow = async () => {
      screen.getByRole("button", { name: "Make it higher" }).focus();
      press("Make it higher");
      await isAt("2. Size");
      await waitFor(() => {
        expect(screen.getByLabelText("Tiers")).toHaveFocus();
      });
    };
    await follow();
    await follow();
  });

  test("calls nothing wrong any more when it is reset", () => {
    open();
    press("Next");
    expect(screen.getByText("A cake needs a name.")).toBeInTheDocument();
    press("Start over");
    expect(screen.queryByText("A cake needs a name.")).toBeNull();
  });
});
