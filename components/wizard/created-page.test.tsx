import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { CreatedPage } from "./created-page";
import type { CreationResult } from "./creation-result";

const onRest = vi.fn();
const created = (...labels: readonly string[]) =>
  labels.map((label) => ({ label, operationId: `operation of ${label}`, id: label }));
const notCreated = (count: number) =>
  Array.from({ length: count }, () => ({})) as unknown as CreationResult["notCreated"];

function show(part: Partial<CreationResult>) {
  render(
    <FluentProvider theme={webLightTheme}>
      <CreatedPage
        result={{ created: [], unknown: [], notCreated: [], ...part }}
        noun={{ one: "package", many: "packages" }}
        hrefOf={(id) => `/packages/${id}`}
        next="It can be requested now."
        links={<a href="/packages">All packages</a>}
        onRest={onRest}
      />
    </FluentProvider>,
  );
}

const title = () => screen.getByRole("heading", { level: 1 }).textContent;

describe("After the plan of a wizard", () => {
  test.each<[string, Partial<CreationResult>]>([
    ["Package created", { created: created("a") }],
    ["1 package created", { created: created("a"), unknown: ["b"] }],
    ["2 packages created", { created: created("a", "b"), unknown: ["c"] }],
    ["Status unknown", { unknown: ["a"] }],
  ])("the page is titled %s", (words, part) => {
    show(part);
    expect(title()).toBe(words);
  });

  test("the way to what was created is there, and the focus on the page", () => {
    show({ created: created("a") });
    expect(screen.getByRole("link", { name: "a" })).toHaveAttribute("href", "/packages/a");
    expect(screen.getByText(/It can be requested now\./)).toBeInTheDocument();
    expect(title()).toBe("Package created");
    expect(document.activeElement).toContainElement(screen.getByRole("heading", { level: 1 }));
  });

  test("what was not created can be continued", () => {
    show({ created: created("a"), notCreated: notCreated(2) });
    expect(screen.getByText("2 packages were not created")).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Continue with the rest" }));
    expect(onRest).toHaveBeenCalledTimes(1);
  });
});
