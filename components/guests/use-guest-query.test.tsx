import { act, renderHook } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { narrows, useGuestQuery } from "./use-guest-query";

function atAddress(searchParams: string) {
  const addresses: string[] = [];
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <NuqsTestingAdapter
      searchParams={searchParams}
      hasMemory
      onUrlUpdate={({ queryString }) => {
        addresses.push(queryString);
      }}
    >
      {children}
    </NuqsTestingAdapter>
  );
  return { addresses, ...renderHook(() => useGuestQuery(), { wrapper }) };
}

test("An address without a question asks for everybody by name, and narrows nothing", () => {
  const { query, openGuest } = atAddress("").result.current;
  expect(query).toEqual({
    text: "",
    standings: [],
    partners: [],
    identityClasses: [],
    userTypes: [],
    sponsor: "any",
    sort: { by: "name", descending: false },
  });
  expect([narrows(query), openGuest]).toEqual([false, null]);
});

test("Every filter, the order and the open guest are in the address", () => {
  const { query, openGuest } = atAddress(
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
  expect(openGuest).toBe("g1");
});

test.each([
  ["a standing that does not exist", "?standing=asleep"],
  ["an order that does not exist", "?sort=shoe-size&order=sideways"],
  ["a type that does not exist", "?type=robot"],
])("An address with %s shows everybody", (_what, address) => {
  const { query } = atAddress(address).result.current;
  expect(narrows(query)).toBe(false);
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
  expect(narrows(atAddress(address).result.current.query)).toBe(true);
});

test("What is as usual leaves the address, and the rest stays in it", async () => {
  const { result, addresses } = atAddress("?q=north&sponsor=with&order=desc");
  await act(async () => {
    await result.current.change({ sponsor: "any", order: "asc" });
  });
  expect(addresses.at(-1)).toBe("?q=north");
  expect(result.current.query).toMatchObject({ text: "north", sponsor: "any" });
});
