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
    sponsorId: null,
    overdue: false,
    created: null,
    seen: null,
    waiting: null,
    sets: [],
    sort: { by: "name", descending: false },
  });
  expect([list.isFiltered, list.openId]).toEqual([false, null]);
});

test("Every filter, the order and the open guest are in the address", () => {
  const { query, list } = atAddress(
    "?q=north&standing=stale,active&partner=a.example,b.example&identity=google&type=member" +
      "&sponsor=without&sponsorId=s1&overdue=true&created=0-30&seen=90-179&waiting=31-" +
      "&privileged=true&inviter=i1&group=g2&sort=last-seen&order=desc&guest=g1",
  ).result.current;
  expect(query).toEqual({
    text: "north",
    standings: ["stale", "active"],
    partners: ["a.example", "b.example"],
    identityClasses: ["google"],
    userTypes: ["member"],
    sponsor: "without",
    sponsorId: "s1",
    overdue: true,
    created: { from: 0, to: 30 },
    seen: { from: 90, to: 179 },
    waiting: { from: 31, to: null },
    sets: ["privileged", "inviter:i1", "group:g2"],
    sort: { by: "last-seen", descending: true },
  });
  expect(list.openId).toBe("g1");
});

test.each([
  ["a standing that does not exist", "?standing=asleep"],
  ["an order that does not exist", "?sort=shoe-size&order=sideways"],
  ["a type that does not exist", "?type=robot"],
  ["days that are no range", "?created=soon&seen=90-30&waiting=-5"],
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
  ["one person as sponsor", "?sponsorId=s1"],
  ["overdue", "?overdue=true"],
  ["days", "?created=31-90"],
  ["a directory role", "?privileged=true"],
  ["a group", "?group=g1"],
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
