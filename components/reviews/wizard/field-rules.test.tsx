import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { NewReviewPage } from "./new-review-page";

vi.setConfig({ testTimeout: 60_000 });

const textbox = (name: string) => screen.getByRole("textbox", { name });
const fill = (element: HTMLElement, value: string) =>
  fireEvent.change(element, { target: { value } });
const says = async (words: string | RegExp) => {
  await screen.findByText(words);
};
const saysNothingOf = (words: string | RegExp) => {
  expect(screen.queryByText(words)).toBeNull();
};
const hasFocus = (element: HTMLElement) =>
  waitFor(() => {
    expect(document.activeElement).toBe(element);
  });
const isAt = (step: string) =>
  screen.findByRole("heading", { level: 2, name: new RegExp(`${step}$`) });

/** The wizard of the template that asks for the groups and for the reviewers. */
async function openWizard(step = "Scope") {
  const fixture = await createTestTenant({ consents: "everything" });
  await fixture.tenant.addGroup({ name: "Quay", kind: "team" });
  const { user } = await renderPage(fixture, <NewReviewPage />, {
    path: "/reviews/new?template=partner-offboarding",
  });
  await isAt("Scope");
  const goTo = async (name: string) => {
    const steps = screen.getByRole("navigation", { name: "Steps" });
    await user.click(within(steps).getByRole("button", { name: new RegExp(name) }));
    await isAt(name);
  };
  if (step !== "Scope") await goTo(step);
  return {
    fixture,
    user,
    goTo,
    next: () => user.click(screen.getByRole("button", { name: "Next" })),
    press: (name: string) => user.click(screen.getByRole("button", { name })),
    pick: (name: RegExp) => user.click(screen.getByRole("radio", { name })),
    choose: async (name: string, option: string) => {
      fill(screen.getByRole("combobox", { name }), option);
      await user.click(await screen.findByRole("option", { name: new RegExp(`^${option}`) }));
      await user.keyboard("{Escape}");
    },
  };
}

describe("What is wrong in a draft is said at its field, with the rule", () => {
  test("a name, once somebody goes on, and the focus is led to it", async () => {
    const { next } = await openWizard();
    fill(textbox("Name"), "");
    saysNothingOf("A review needs a name.");
    await next();
    await says("A review needs a name.");
    await hasFocus(textbox("Name"));
    fill(textbox("Name"), "x".repeat(257));
    await says("The name may have at most 256 characters.");
  });

  test("the groups, and the words for reviewers as far as a mail shows them", async () => {
    const { next, choose } = await openWizard();
    await next();
    await says("Choose at least one group.");
    await hasFocus(screen.getByRole("combobox", { name: "Groups" }));
    fill(textbox("Message to reviewers"), "x".repeat(257));
    await says("The mails to reviewers show at most 256 characters.");
    fill(textbox("Message to reviewers"), "Do they still work with us?");
    await choose("Groups", "Quay");
    await next();
    await isAt("Reviewers");
  });

  test("somebody who decides, and no fourth stage", async () => {
    const { next, press, choose } = await openWizard("Reviewers");
    await next();
    await says("Choose at least one person who decides.");
    await hasFocus(screen.getByRole("combobox", { name: "Reviewers" }));
    await choose("Reviewers", "Uma Lindqvist");
    const tooMany = /A review has at most 3 stages/;
    for (const stages of [2, 3]) {
      await press("Add a stage");
      expect(screen.getAllByRole("button", { name: /^Remove the .* stage$/ })).toHaveLength(stages);
      saysNothingOf(tooMany);
    }
    await press("Add a stage");
    await says(tooMany);
    await press("Remove the third stage");
    await press("Remove the second stage");
    await next();
    await isAt("Schedule");
  });

  test("a first day that is not past, days that fit its rhythm, and an end after the beginning", async () => {
    const { next, pick } = await openWizard("Schedule");
    const firstDay = screen.getByLabelText(/^Starts on/);
    fill(firstDay, "2020-01-01");
    await next();
    await says("The first review may not begin in the past.");
    await hasFocus(firstDay);
    fill(firstDay, "2099-03-01");
    fill(screen.getByRole("combobox", { name: "How often" }), "weekly");
    fill(textbox("Open for"), "8");
    await says(/^A review that happens every week may last at most 7 days/);
    fill(textbox("Open for"), "soon");
    await says(/^At least 1 day and at most 180 days\./);
    fill(textbox("Open for"), "5");
    await pick(/^On a day/);
    fill(screen.getByLabelText(/^Last day/), "2099-02-01");
    await says("The series may not end before it starts.");
    fill(screen.getByLabelText(/^Last day/), "2099-12-31");
    await next();
    await isAt("Consequence");
  });

  test("recommendations that are followed but not made, and a consequence that the scope cannot have; nothing is sent", async () => {
    const { fixture, user, goTo, choose, pick, press } = await openWizard();
    await choose("Groups", "Quay");
    await goTo("Reviewers");
    await choose("Reviewers", "Uma Lindqvist");
    await goTo("Consequence");
    await pick(/^Follow Microsoft's recommendation/);
    await user.click(
      screen.getByRole("switch", { name: "Show Microsoft's recommendation to reviewers" }),
    );
    await waitFor(() => {
      expect(screen.getByRole("button", { name: "Create review" })).not.toHaveAttribute(
        "aria-disabled",
      );
    });
    await press("Create review");
    await says(/^To follow recommendations, a review has to make them/);
    expect(screen.queryByRole("dialog")).toBeNull();
    const rule = /^A review of all Microsoft 365 groups can only remove access/;
    saysNothingOf(rule);
    await goTo("Scope");
    await pick(/^All Microsoft 365 groups/);
    await goTo("Consequence");
    await says(rule);
    await pick(/^They lose this access/);
    await waitFor(() => {
      saysNothingOf(rule);
    });
    expect(fixture.sent.filter((line) => /^POST .*definitions$/.test(line))).toEqual([]);
  });
});
