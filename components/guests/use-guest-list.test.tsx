import { act } from "@testing-library/react";
import { expect, test } from "vitest";
import { hookAtAddress } from "@/components/testing/hook-at-address";
import { useGuestList } from "./use-guest-list";

const BY_NAME = { by: "name", descending: false } as const;

const atAddress = (searchParams: string) =>
  hookAtAddress(searchParams, () => useGuestList(BY_NAME));

test("An address without a question asks for everybody by name, and narrows nothing", () => {
  const { query, list } = atAddress("").result.current;
  expect(query).toEqual({
    text: "",
    standings: [],
    partners: [],
    identityClasses: [],
    userTypes: [],
    sponsor: "any",
    sort: { by: "name", descending: false },
  });
  expect([list.isFiltered, list.openId]).toEqual([false, null]);
});

test("Every filter, the order and the open guest are in the address", () => {
  const { query, list } = atAddress(
    "?q=north&standing=stale,active&partner=a.example,b.example&identity=google&type=member" +
      "&sponsor=without&sort=last-seen&order=desc&guest=g1",
  ).result.current;
  expect(query).toEqual({
    text: "north",
    standings: ["stale", "active"],
    partners: ["a.example", "b.example"],
    identityClasses: ["google"],
    userTypes: ["member"],
    sponsor: "without",
    sort: { by: "last-seen", descending: true },
  });
  expect(list.openId).toBe("g1");
});

test.each([
  ["a standing that does not exist", "?standing=asleep"],
  ["an order that does not exist", "?sort=shoe-size&order=sideways"],
  ["a type that does not exist", "?type=robot"],
])("An address with %s shows everybody", (_what, address) => {
  const { list, query } = atAddress(address).result.current;
  expect(list.isFiltered).toBe(false);
  expect(query.sort).toEqual({ by: "name", descending: false });
});

test.each([
  ["a search", "?q=x"],
  ["a standing", "?standing=stale"],
  ["a partner", "?partner=a.example"],
  ["an identity provider", "?identity=google"],
  ["a type", "?type=guest"],
  ["a sponsor", "?sponsor=with"],
])("%s narrows the list", (_what, address) => {
  expect(atAddress(address).result.current.list.isFiltered).toBe(true);
});

test("What is as usual leaves the address, and the rest stays in it", async () => {
  const { result, addresses } = atAddress("?q=north&sponsor=with");
  act(() => {
    result.current.list.filter({ sponsor: "any" });
  });
  await expect.poll(() => addresses.at(-1)).toBe("?q=north");
  expect(result.current.query).toMatchObject({ text: "north", sponsor: "any" });
});

test("Where all have one standing, another that the address asks for is not listened to", () => {
  const { result } = hookAtAddress("?standing=stale", () => useGuestList(BY_NAME, "pending"));
  expect(result.current.query.standings).toEqual(["pending"]);
});
