import { describe, expect, test } from "vitest";
import type { Coverage, GuestCoverage } from "@/lib/domain/reviews/coverage";
import type { GuestRow } from "@/lib/inventory/inventory";
import { type CoverageQuery, selectGuests, selectPartners } from "./coverage-query";

const row = (id: string, displayName: string, partner: string): GuestRow => ({
  guest: {
    id,
    displayName,
    mail: null,
    userPrincipalName: id,
    userType: "guest",
    enabled: true,
    createdAt: null,
    creationType: null,
    redemption: { kind: "redeemed", at: null },
    lastSeen: { kind: "unread" },
    lastAttemptAt: null,
    partner,
    identityClass: "entra",
    sponsors: [],
  },
  standing: { kind: "unknown", because: "sign-ins-unread" },
  explanation: "",
});

const ROWS = [
  row("a", "Ada", "alpha.example"),
  row("b", "Ben", "alpha.example"),
  row("c", "Cyd", "beta.example"),
  row("d", "Dot", "beta.example"),
];

const found = (given: Partial<GuestCoverage>): GuestCoverage => ({
  state: "none",
  reviewIds: [],
  reachable: true,
  ...given,
});

const COVERAGE: Coverage = {
  byGuest: new Map([
    ["a", found({ state: "covered", reviewIds: ["r"] })],
    ["b", found({ reachable: false })],
    ["c", found({ reachable: null })],
    ["d", found({ state: "if-inactive" })],
  ]),
  counts: { guests: 4, covered: 1, ifInactive: 1, none: 2, unreachable: 1 },
  partners: [
    { partner: "alpha.example", guests: 2, covered: 1, ifInactive: 0, none: 1 },
    { partner: "beta.example", guests: 2, covered: 0, ifInactive: 1, none: 1 },
  ],
  groups: [],
  notUnderstood: [],
};

const asking = (given: Partial<CoverageQuery>): CoverageQuery => ({
  tab: "guests",
  text: "",
  filter: null,
  sort: null,
  ...given,
});

describe("Which guests the map shows", () => {
  test.each<[Partial<CoverageQuery>, string]>([
    [{}, "a b c d"],
    [{ filter: "covered" }, "a"],
    [{ filter: "none" }, "b c"],
    // What was not read is not said to be out of reach.
    [{ filter: "unreachable" }, "b"],
    [{ filter: "if-inactive" }, "d"],
    [{ text: " BETA " }, "c d"],
    [{ text: "ben" }, "b"],
    [{ text: "beta", filter: "none" }, "c"],
  ])("%j: %s", (given, ids) => {
    const shown = selectGuests(ROWS, COVERAGE, asking(given));
    expect(shown.map((each) => each.row.guest.id).join(" ")).toBe(ids);
  });
});

test("A partner is shown when any of its guests stands so", () => {
  const shown = (given: Partial<CoverageQuery>) =>
    selectPartners(COVERAGE.partners, asking(given)).map(({ partner }) => partner);
  expect(shown({ filter: "covered" })).toEqual(["alpha.example"]);
  expect(shown({ filter: "none" })).toEqual(["alpha.example", "beta.example"]);
  expect(shown({ text: "beta" })).toEqual(["beta.example"]);
});
