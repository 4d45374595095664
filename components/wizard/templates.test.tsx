import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { fireEvent, render, screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as services from "@/lib/services/services";
import { SavedTemplates } from "./saved-templates";
import { SaveTemplate } from "./save-template";
import type { SaveTemplateMutation, TemplateChange } from "./template-dialog";

interface Cake {
  readonly tiers: number;
}

const saved: TemplateChange<Cake>[] = [];
const mutation: SaveTemplateMutation<Cake> = {
  isPending: false,
  error: null,
  mutate: (change, { onSuccess }) => {
    saved.push(change);
    onSuccess();
  },
};
const useSave = () => mutation;

beforeEach(() => {
  saved.length = 0;
  signIn("Governance.Operator");
});
afterEach(() => {
  vi.restoreAllMocks();
});

function signIn(...appRoles: readonly string[]) {
  vi.spyOn(services, "useServices").mockReturnValue({ me: { appRoles } } as never);
}

const show = (part: ReactNode) =>
  render(<FluentProvider theme={webLightTheme}>{part}</FluentProvider>);

const press = (name: string) => {
  fireEvent.click(screen.getByRole("button", { name }));
};

describe("A draft that is saved as a template", () => {
  const offer = (isComplete = true) =>
    show(
      <SaveTemplate
        draft={{ tiers: 2 }}
        name="Sacher"
        useSave={useSave}
        isComplete={() => Promise.resolve(isComplete)}
        incomplete="Choose the tiers first."
      />,
    );
  const name = () => screen.getByRole("textbox", { name: /Name of the template/ });

  test("has the draft's name unless another is given", async () => {
    offer();
    press("Save as template");
    expect(name()).toHaveValue("Sacher");
    fireEvent.change(name(), { target: { value: " Linzer " } });
    press("Save template");
    await vi.waitFor(() => {
      expect(saved).toMatchObject([{ name: "Linzer", draft: { tiers: 2 } }]);
    });
    expect(saved[0]?.id).not.toBe(saved[0]?.templateId);
  });

  test("needs a name", () => {
    offer();
    press("Save as template");
    fireEvent.change(name(), { target: { value: " " } });
    press("Save template");
    expect(name()).toHaveAccessibleDescription(/Give the template a name\./);
    expect(saved).toEqual([]);
  });

  test("is not sent while the server would refuse it", async () => {
    offer(false);
    press("Save as template");
    press("Save template");
    expect(await screen.findByText("Choose the tiers first.")).toBeInTheDocument();
    expect(saved).toEqual([]);
  });

  test("is offered to nobody without the app role for it", () => {
    signIn("Governance.Reader");
    offer();
    press("Save as template");
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

describe("Saved templates", () => {
  const onChoose = vi.fn();
  const data = [
    { templateId: "1", name: "Linzer", savedBy: { displayName: "Uma" } },
    { templateId: "2", name: "Sacher", savedBy: { displayName: null } },
  ];
  const list = (templates: { data?: typeof data; error?: Error } = { data }) =>
    show(
      <SavedTemplates
        templates={{ data: undefined, error: null, refetch: vi.fn(), ...templates }}
        {...{ useSave, onChoose }}
      />,
    );

  test("say who saved them, as far as that is known, and can be chosen", () => {
    list();
    const items = within(screen.getByRole("region", { name: "Saved in this organization" }));
    expect(items.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "LinzerSaved by Uma",
      "SacherSaved by an unknown person",
    ]);
    fireEvent.click(items.getByRole("button", { name: /^Linzer/ }));
    expect(onChoose).toHaveBeenCalledWith("1");
  });

  test("are deleted after a question", () => {
    list();
    press("Delete the template Sacher");
    expect(screen.getByRole("dialog")).toHaveTextContent(/Sacher is deleted for everyone/);
    expect(saved).toEqual([]);
    press("Delete template");
    expect(saved).toMatchObject([{ templateId: "2", name: "Sacher", draft: null }]);
  });

  test("cannot be deleted without the app role for it", () => {
    signIn("Governance.Reader");
    list();
    expect(screen.queryByRole("button", { name: /^Delete/ })).toBeNull();
  });

  test("are not there when nobody saved one, and it is said while they are being read", () => {
    const { unmount } = list({ data: [] });
    expect(screen.queryByRole("region")).toBeNull();
    unmount();
    list({});
    expect(screen.getByText("Reading your organization's templates")).toBeInTheDocument();
  });
});
