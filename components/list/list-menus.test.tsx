import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { parseAsString } from "nuqs";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant, type TestTenant } from "@/components/testing/test-tenant";
import { ListMenus } from "./list-menus";
import { useColumnChoice } from "./use-column-choice";
import { useListState } from "./use-list-state";

const COLUMNS = ["name", "color", "weight"].map((id) => ({ id, label: id.toUpperCase() }));
const LIST = {
  filters: { color: parseAsString },
  sorts: [],
  defaultSort: null,
  panel: { name: "fruit" },
};
const CHOICE = { list: "fruit", columns: COLUMNS, hidden: ["weight"], onAPhone: ["name"] };

/** A list of which only the state is shown. */
function FruitList() {
  const list = useListState(LIST);
  const choice = useColumnChoice(CHOICE);
  return (
    <>
      <ListMenus list={list} choice={choice} page={["shelf"]} />
      <output aria-label="Hidden columns">{choice.hidden.join()}</output>
    </>
  );
}

let testTenant: TestTenant;
beforeAll(async () => {
  testTenant = await createTestTenant({ consents: "everything" });
});

const open = (path = "/fruit", persona = "Grace Okafor") =>
  renderPage(testTenant, <FruitList />, { path, persona });
const press = async (user: UserEvent, name: string) => {
  await user.click(await screen.findByRole("button", { name }));
};
const hidden = () => screen.getByRole("status", { name: "Hidden columns" });

describe("The choice of columns", () => {
  const toggle = async (user: UserEvent, name: string) => {
    await press(user, "Columns");
    await user.click(await screen.findByRole("menuitemcheckbox", { name }));
  };

  test("leaves the first column where it is, and hides what is usually hidden", async () => {
    const { user } = await open();
    await press(user, "Columns");
    const choices = await screen.findAllByRole("menuitemcheckbox");
    expect(choices.map((item) => [item.textContent, item.getAttribute("aria-checked")])).toEqual([
      ["COLOR", "true"],
      ["WEIGHT", "false"],
    ]);
    expect(screen.getByRole("menuitem", { name: "Reset to default" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
  });

  test("is there again the next time, until it is reset", async () => {
    const { user, unmount } = await open();
    await toggle(user, "COLOR");
    await waitFor(() => {
      expect(hidden()).toHaveTextContent("color,weight");
    });
    const key = Object.keys(localStorage).find((each) => each.includes("columns.fruit"));
    expect(localStorage.getItem(key ?? "")).toBe('["color","weight"]');
    unmount();
    const again = await open();
    await waitFor(() => {
      expect(hidden()).toHaveTextContent("color,weight");
    });
    await press(again.user, "Columns");
    await again.user.click(await screen.findByRole("menuitem", { name: "Reset to default" }));
    await waitFor(() => {
      expect(localStorage.getItem(key ?? "")).toBeNull();
    });
  });

  test("of a phone is its own", async () => {
    const desktop = window.matchMedia;
    vi.stubGlobal("matchMedia", (media: string) => ({
      media,
      matches: true,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      addListener: () => undefined,
      removeListener: () => undefined,
    }));
    try {
      const { user } = await open();
      await waitFor(() => {
        expect(hidden()).toHaveTextContent("color,weight");
      });
      await toggle(user, "WEIGHT");
      await waitFor(() => {
        expect(hidden()).toHaveTextContent(/^color$/);
      });
      expect(Object.keys(localStorage)).toContainEqual(expect.stringContaining("fruit.phone"));
    } finally {
      vi.stubGlobal("matchMedia", desktop);
    }
  });
});

describe("Saved views", () => {
  const copied = () => navigator.clipboard.readText();

  const choose = async (user: UserEvent, name: string, role = "menuitem") => {
    await press(user, "Views");
    await user.click(await screen.findByRole(role, { name }));
  };
  const save = async (user: UserEvent, name: string) => {
    await choose(user, "Save this view…");
    const dialog = within(await screen.findByRole("dialog"));
    await user.type(dialog.getByRole("textbox", { name: "Name" }), name);
    await user.click(dialog.getByRole("button", { name: "Save" }));
    return dialog;
  };

  test("keep what the address asks for, but neither the open panel nor where the list is", async () => {
    const { user } = await open("/fruit?q=app&color=red&fruit=7&shelf=2");
    await save(user, "Red apples");
    await screen.findByText("View saved");
    window.history.replaceState(null, "", "/fruit?q=pear&shelf=3&fruit=8");
    await choose(user, "Red apples", "menuitemradio");
    expect(window.location.pathname + window.location.search).toBe(
      "/fruit?shelf=3&q=app&color=red",
    );
  });

  test("are each person's own", async () => {
    const grace = await open("/fruit?color=red");
    await save(grace.user, "Red");
    await screen.findByText("View saved");
    grace.unmount();
    const uma = await open("/fruit", "Uma Lindqvist");
    await press(uma.user, "Views");
    expect(await screen.findByRole("menuitem", { name: "Manage views…" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    expect(screen.queryByRole("menuitemradio")).toBeNull();
  });

  test("have a name, and each its own", async () => {
    const { user } = await open("/fruit?color=red");
    await save(user, "Red");
    await screen.findByText("View saved");
    const dialog = await save(user, "red");
    expect(await dialog.findByText("You already have a view with this name.")).toBeInTheDocument();
    await user.clear(dialog.getByRole("textbox", { name: "Name" }));
    expect(await dialog.findByText("Enter a name.")).toBeInTheDocument();
  });

  test("are renamed, deleted, and shared by a link", async () => {
    const { user } = await open("/fruit?color=red&shelf=2");
    await save(user, "Red");
    await screen.findByText("View saved");
    await choose(user, "Manage views…");
    const manage = within(await screen.findByRole("dialog"));
    await user.click(manage.getByRole("button", { name: "Copy link to Red" }));
    const link = `${window.location.origin}/fruit?shelf=2&color=red`;
    await expect.poll(copied).toBe(link);
    await user.click(manage.getByRole("button", { name: "Rename Red" }));
    const name = await manage.findByRole("textbox", { name: "Name" });
    expect(name).toHaveValue("Red");
    expect(name).toHaveFocus();
    await user.clear(name);
    await user.type(name, "Ripe");
    await user.click(manage.getByRole("button", { name: "Save" }));
    // The keyboard goes on beside the view, and at Close once there is none.
    await waitFor(() => {
      expect(manage.getByRole("button", { name: "Rename Ripe" })).toHaveFocus();
    });
    await user.click(manage.getByRole("button", { name: "Delete Ripe" }));
    expect(await manage.findByText("You have no saved views of this list.")).toBeInTheDocument();
    expect(manage.getByRole("button", { name: "Close" })).toHaveFocus();
    // What was deleted by mistake comes back.
    await user.click(manage.getByRole("button", { name: "Undo" }));
    await waitFor(() => {
      expect(manage.getByRole("button", { name: "Rename Ripe" })).toHaveFocus();
    });
    await user.click(manage.getByRole("button", { name: "Delete Ripe" }));
    await user.click(manage.getByRole("button", { name: "Close" }));
    const stored = Object.keys(localStorage).filter((key) => key.includes("views.fruit"));
    expect(stored.map((key) => localStorage.getItem(key))).toEqual(["[]"]);
  });

  test("need not be saved to be shared: the menu copies a link to what is shown", async () => {
    const { user } = await open("/fruit?color=red&fruit=7");
    await choose(user, "Copy link to this view");
    await expect.poll(copied).toBe(`${window.location.origin}/fruit?color=red`);
  });
});
