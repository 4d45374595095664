import { expect, test } from "vitest";
import { operationIdIn, markerOf, withMarker, withoutMarker } from "./marker";

const ONE = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
const TWO = "4f2504e0-4f89-41d3-9a0c-0305e82c3302";

test("an operation is found again by the marker in the description", () => {
  expect(operationIdIn(`Quarterly review. ${markerOf(ONE)}`)).toBe(ONE);
});

test("the marker is found however the service spells it", () => {
  expect(operationIdIn(`Quarterly\n[Guestlist:  ${ONE.toUpperCase()} ]`)).toBe(ONE);
});

test("the last marker counts, since people copy descriptions", () => {
  expect(operationIdIn(`${markerOf(ONE)} copied ${markerOf(TWO)}`)).toBe(TWO);
});

test.each(["", "Quarterly", "[guestlist]", "[guestlist 12]", ONE])("%j has no marker", (text) => {
  expect(operationIdIn(text)).toBeNull();
});

test("a description is shown without its marker, and gets exactly one", () => {
  const marked = withMarker(`Quarterly. ${markerOf(ONE)}`, markerOf(TWO));
  expect(marked).toBe(`Quarterly. ${markerOf(TWO)}`);
  expect(withoutMarker(marked)).toBe("Quarterly.");
  expect(withMarker("", markerOf(ONE))).toBe(markerOf(ONE));
});
