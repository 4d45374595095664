import { describe, expect, test } from "vitest";
import type { Coverage, GroupCoverage, GuestCoverage } from "@/lib/domain/reviews/coverage";
import type { GuestRow } from "@/lib/inventory/inventory";
import { type PartnerRow, selectGroups, selectGuests, selectPartners } from "./coverage-lists";

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

const found = (fields: Partial<GuestCoverage>): GuestCoverage => ({
  state: "none",
  reviewIds: [],
  reachable: true,
  ...fields,
});

const COVERAGE: Coverage = {
  byGuest: new Map([
    ["a", found({ state: "covered", reviewIds: ["r"] })],
    ["b", found({ reachable: false })],
    ["c", found({ reachable: null })],
    ["d", found({ state: "if-inactive" })],
  ]),
  counts: { guests: 4, covered: 1, ifInactive: 1, planned: 0, none: 2, unreachable: 1 },
  partners: [
    { partner: "alpha.example", guests: 2, covered: 1, ifInactive: 0, planned: 0, none: 1 },
    { partner: "beta.example", guests: 2, covered: 0, ifInactive: 1, planned: 0, none: 1 },
  ],
  groups: [],
  notUnderstood: [],
};

interface Query {
  readonly text?: string;
  readonly state?: "none" | "unreachable" | "if-inactive" | "covered";
  readonly sort?: { readonly by: string; readonly descending: boolean };
}

const asking = ({ text = "", state, sort }: Query) => ({
  text,
  filters: { state: state ?? null },
  sort: sort ?? null,
});

describe("Which guests the map shows", () => {
  test.each<[Query, string]>([
    [{}, "a b c d"],
    [{ state: "covered" }, "a"],
    [{ state: "none" }, "b c"],
    // What was not read is not said to be out of reach.
    [{ state: "unreachable" }, "b"],
    [{ state: "if-inactive" }, "d"],
    [{ text: " BETA " }, "c d"],
    [{ text: "ben" }, "b"],
    [{ text: "beta", state: "none" }, "c"],
  ])("%j: %s", (query, ids) => {
    const shown = selectGuests(ROWS, COVERAGE, asking(query));
    expect(shown.map((each) => each.row.guest.id).join(" ")).toBe(ids);
  });
});

test("A partner is shown when any of its guests stands so", () => {
  const shown = (query: Query) =>
    selectPartners(COVERAGE.partners, asking(query)).map(({ partner }) => partner);
  expect(shown({ state: "covered" })).toEqual(["alpha.example"]);
  expect(shown({ state: "none" })).toEqual(["alpha.example", "beta.example"]);
  expect(shown({ text: "beta" })).toEqual(["beta.example"]);
});

test("A group is shown by its own coverage; what is out of reach is in no group", () => {
  const group = (id: string, state: "none" | "covered") =>
    ({ group: { id, displayName: `Group ${id}` }, guests: 1, state, reviewIds: [] }) as never;
  const groups = [group("a", "none"), group("b", "covered")] as GroupCoverage[];
  const shown = (query: Query) => selectGroups(groups, asking(query)).map((each) => each.group.id);
  expect(shown({ state: "covered" })).toEqual(["b"]);
  expect(shown({ state: "unreachable" })).toEqual(["a"]);
  expect(shown({ text: "group B" })).toEqual(["b"]);
});

describe("The order of partners", () => {
  const partner = (name: string, none: number): PartnerRow => ({
    partner: name,
    guests: 5,
    covered: 5 - none,
    planned: 0,
    ifInactive: 0,
    none,
  });
  const partners = [partner("b.example", 3), partner("A.example", 1), partner("c.example", 3)];
  const namesBy = (by: string, descending = false) =>
    selectPartners(partners, asking({ sort: { by, descending } })).map((each) => each.partner);

  test("is as they came where nothing is asked, or a column of another tab", () => {
    expect(selectPartners(partners, asking({}))).toBe(partners);
    expect(namesBy("standing")).toEqual(["b.example", "A.example", "c.example"]);
  });

  test("is by words as people sort them, by numbers by their size, and equals keep their order", () => {
    expect(namesBy("partner")).toEqual(["A.example", "b.example", "c.example"]);
    expect(namesBy("partner", true)).toEqual(["c.example", "b.example", "A.example"]);
    expect(namesBy("none")).toEqual(["A.example", "b.example", "c.example"]);
    expect(namesBy("none", true)).toEqual(["b.example", "c.example", "A.example"]);
  });
});
