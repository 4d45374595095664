import { expect, test } from "vitest";
import type { PartnerRow } from "./coverage-query";
import { PARTNER_ORDERS, sortOf, sorted } from "./coverage-sort";

const partner = (name: string, none: number): PartnerRow => ({
  partner: name,
  guests: 5,
  covered: 5 - none,
  ifInactive: 0,
  none,
});

const PARTNERS = [partner("b.example", 3), partner("A.example", 1), partner("c.example", 3)];
const namesBy = (by: string, descending = false) =>
  sorted(PARTNERS, PARTNER_ORDERS, { by, descending }).map(({ partner: name }) => name);

test("Rows come as they are where nothing is asked", () => {
  expect(sorted(PARTNERS, PARTNER_ORDERS, null)).toBe(PARTNERS);
});

test("Words are sorted as people do, numbers by their size, and equals keep their order", () => {
  expect(namesBy("partner")).toEqual(["A.example", "b.example", "c.example"]);
  expect(namesBy("partner", true)).toEqual(["c.example", "b.example", "A.example"]);
  expect(namesBy("none")).toEqual(["A.example", "b.example", "c.example"]);
  expect(namesBy("none", true)).toEqual(["b.example", "c.example", "A.example"]);
});

test("An address can ask only for columns that this part of the map has", () => {
  expect(sortOf("partners", "none", true)).toEqual({ by: "none", descending: true });
  for (const by of ["standing", "constructor", "", null]) {
    expect(sortOf("partners", by, false)).toBeNull();
  }
});
