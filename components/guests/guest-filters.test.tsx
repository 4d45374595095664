import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { EVERYTHING } from "@/lib/inventory/everything";
import type { Facets, GuestQuery } from "@/lib/inventory/inventory";
import { FacetFilters, OverdueChip, StandingFilter } from "./guest-filters";
import type { FilterGuests } from "./use-guest-list";

const FACETS: Facets = {
  standings: { active: 4, stale: 1_200, "never-signed-in": 0, pending: 2, blocked: 0, unknown: 0 },
  partners: [
    { partner: "northwind.example", count: 3 },
    { partner: "fabrikam.example", count: 2 },
    { partner: "", count: 1 },
  ],
  identityClasses: {
    entra: 5,
    "microsoft-account": 0,
    google: 1,
    "one-time-passcode": 0,
    federated: 0,
    other: 0,
  },
  userTypes: { guest: 5, member: 1 },
  sponsors: { with: 2, without: 4 },
  overdue: 43,
  sponsorPeople: [{ id: "uma", displayName: "Uma Lindqvist", count: 2 }],
};

function show(filters: (change: FilterGuests) => ReactNode) {
  const change = vi.fn<FilterGuests>();
  const page = (shown: ReactNode) => <FluentProvider theme={webLightTheme}>{shown}</FluentProvider>;
  const { rerender } = render(page(filters(change)));
  return {
    change,
    user: userEvent.setup(),
    showNow: (next: ReactNode) => {
      rerender(page(next));
    },
  };
}

const asking = (query: Partial<GuestQuery>): GuestQuery => ({ ...EVERYTHING, ...query });

test("Each standing says beforehand how many it would find, and is pressed while it narrows", () => {
  show((change) => (
    <StandingFilter query={asking({ standings: ["stale"] })} facets={FACETS} change={change} />
  ));
  expect(screen.getByRole("button", { name: "Stale (1,200)", pressed: true })).toBeDefined();
  expect(screen.getByRole("button", { name: "Active (4)", pressed: false })).toBeDefined();
});

test("While sign-ins are read no standing that needs them is called 0, and nobody unknown", () => {
  const standings = { ...FACETS.standings, "never-signed-in": 0, unknown: 900, pending: 2 };
  show((change) => (
    <StandingFilter
      query={EVERYTHING}
      facets={{ ...FACETS, standings }}
      change={change}
      read={{ directory: true, signIns: false }}
    />
  ));
  const chips = screen.getAllByRole("button").map(({ textContent }) => textContent);
  expect(chips).toEqual([
    "Active (4)",
    "Stale (1,200)",
    "Never signed in",
    "Pending (2)",
    "Blocked (0)",
    "Unknown",
  ]);
});

test("A standing that is pressed is added to the others, and given up when it is pressed again", async () => {
  const { user, change } = show((changed) => (
    <StandingFilter query={asking({ standings: ["stale"] })} facets={FACETS} change={changed} />
  ));
  await user.click(screen.getByRole("button", { name: "Pending (2)" }));
  expect(change).toHaveBeenLastCalledWith({ standing: ["stale", "pending"] });
  await user.click(screen.getByRole("button", { name: "Stale (1,200)" }));
  expect(change).toHaveBeenLastCalledWith({ standing: [] });
});

test("A partner is found by typing a part of its name and added to those chosen", async () => {
  const { user, change } = show((changed) => (
    <FacetFilters
      query={asking({ partners: ["northwind.example"] })}
      facets={FACETS}
      change={changed}
    />
  ));
  const partner = screen.getByRole("combobox", { name: "Partner" });
  await user.click(partner);
  expect(screen.getAllByRole("menuitemcheckbox").map(({ textContent }) => textContent)).toEqual([
    "northwind.example (3)",
    "fabrikam.example (2)",
    "Unknown (1)",
  ]);
  await user.type(partner, " FABRI");
  expect(screen.getAllByRole("menuitemcheckbox")).toHaveLength(1);
  await user.click(screen.getByRole("menuitemcheckbox", { name: "fabrikam.example (2)" }));
  expect(change).toHaveBeenLastCalledWith({ partner: ["northwind.example", "fabrikam.example"] });
});

test.each([
  ["Identity provider", "menuitemcheckbox", "Google (1)", { identity: ["google"] }],
  ["Type", "menuitemcheckbox", "External member (1)", { type: ["member"] }],
  ["Sponsor", "option", "Without sponsor (4)", { sponsor: "without", sponsorId: null }],
  ["Sponsor", "option", "Uma Lindqvist (2)", { sponsor: "any", sponsorId: "uma" }],
] as const)("Under %s one chooses by number", async (name, role, option, expected) => {
  const { user, change } = show((changed) => (
    <FacetFilters query={EVERYTHING} facets={FACETS} change={changed} />
  ));
  await user.click(screen.getByRole("combobox", { name }));
  await user.click(screen.getByRole(role, { name: option }));
  expect(change).toHaveBeenLastCalledWith(expected);
});

test("Overdue says how many there are, and is a filter of its own", async () => {
  const { user, change } = show((changed) => (
    <OverdueChip query={EVERYTHING} facets={FACETS} change={changed} />
  ));
  await user.click(screen.getByRole("button", { name: "Overdue (43)", pressed: false }));
  expect(change).toHaveBeenLastCalledWith({ overdue: true });
});

test("Of many partners the field says how many it shows, and typing finds the others", async () => {
  const partners = Array.from({ length: 250 }, (_, at) => ({
    partner: `partner${at}.example`,
    count: 250 - at,
  }));
  const { user } = show((changed) => (
    <FacetFilters query={EVERYTHING} facets={{ ...FACETS, partners }} change={changed} />
  ));
  const partner = screen.getByRole("combobox", { name: "Partner" });
  await user.click(partner);
  expect(screen.getAllByRole("menuitemcheckbox")).toHaveLength(50);
  expect(screen.getByText("50 of 250 shown. Type to find more.")).toBeInTheDocument();
  await user.type(partner, "partner249");
  expect(screen.getByRole("menuitemcheckbox")).toHaveTextContent("partner249.example (1)");
  expect(screen.queryByText(/shown\. Type/)).toBeNull();
});

test("The chosen partner is the value of the field, with its subdomains where they are meant", () => {
  show((changed) => (
    <FacetFilters
      query={asking({ partners: ["*.velvale.example"] })}
      facets={FACETS}
      change={changed}
    />
  ));
  expect(screen.getByRole("combobox", { name: "Partner" })).toHaveValue(
    "velvale.example and its subdomains",
  );
});
