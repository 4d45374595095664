import { act, renderHook } from "@testing-library/react";
import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import { useListState } from "./use-list-state";

const FRUIT = {
  filters: {
    color: parseAsStringLiteral(["red", "green"]),
    origin: parseAsArrayOf(parseAsString).withDefault([]),
  },
  sorts: ["name", "weight"],
  defaultSort: { by: "name", descending: false },
  panel: { name: "fruit" },
} as const;

function at(address: string, setup: Parameters<typeof useListState>[0]) {
  const addresses: string[] = [];
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <NuqsTestingAdapter
      searchParams={address}
      hasMemory
      onUrlUpdate={({ queryString, options }) => {
        addresses.push(`${options.history} ${queryString}`);
      }}
    >
      {children}
    </NuqsTestingAdapter>
  );
  return { addresses, ...renderHook(() => useListState(setup), { wrapper }) };
}
const fruitAt = (address: string) => {
  const { addresses, result } = at(address, FRUIT);
  return { addresses, list: () => result.current };
};

test("An empty address asks for everything in the usual order, and filters nothing", () => {
  expect(fruitAt("").list()).toMatchObject({
    text: "",
    filters: { color: null, origin: [] },
    sort: { by: "name", descending: false },
    openId: null,
    isFiltered: false,
  });
});

test("Search, filters, sort and the open panel are in the address", () => {
  const address = "?q=app&color=red&origin=kent,tyrol&sort=weight&order=desc&fruit=7";
  expect(fruitAt(address).list()).toMatchObject({
    text: "app",
    filters: { color: "red", origin: ["kent", "tyrol"] },
    sort: { by: "weight", descending: true },
    openId: "7",
    isFiltered: true,
  });
});

test("What the list does not have is no filter and no sort of a hand-written address", () => {
  expect(fruitAt("?color=blue&sort=price&order=sideways").list()).toMatchObject({
    filters: { color: null },
    sort: { by: "name", descending: false },
    isFiltered: false,
  });
});

test.each([
  ["?color=blue", ["color"]],
  ["?color=Red&origin=kent", ["color"]],
  ["?color=red&origin=kent,tyrol", []],
  ["?fresh=maybe", ["fresh"]],
  ["?fresh=true", []],
  ["?color=&other=x", []],
])("What %s asks for and the list does not have is named, not left out", (address, names) => {
  const { filters, ...setup } = FRUIT;
  const { result } = at(address, { ...setup, filters: { ...filters, fresh: parseAsBoolean } });
  expect(result.current.notUnderstood.map(({ name }) => name)).toEqual(names);
});

test("What is filtered on the page is understood, whatever it is", () => {
  const { filters, ...setup } = FRUIT;
  const { result } = at("", { ...setup, filters: { ...filters, fresh: parseAsBoolean } });
  act(() => {
    result.current.filter({ fresh: true, origin: ["kent"] });
  });
  expect(result.current.filters).toMatchObject({ fresh: true, origin: ["kent"] });
  expect(result.current.notUnderstood).toEqual([]);
});

test.each([
  ["a search", "?q=x", true],
  ["a filter", "?color=red", true],
  ["a filter of many", "?origin=kent", true],
  ["an empty filter of many", "?origin=", false],
  ["a sort", "?sort=weight&order=desc", false],
  ["an open panel", "?fruit=7", false],
])("%s (%s) filters the list: %s", (_what, address, isFiltered) => {
  expect(fruitAt(address).list().isFiltered).toBe(isFiltered);
});

describe("A change of the list", () => {
  const lastAddress = async (
    from: string,
    change: (list: ReturnType<ReturnType<typeof fruitAt>["list"]>) => void,
  ) => {
    const { addresses, list } = fruitAt(from);
    await act(async () => {
      change(list());
      await new Promise<void>((resolve) => {
        queueMicrotask(resolve);
      });
    });
    await expect.poll(() => addresses.length).toBeGreaterThan(0);
    return addresses.at(-1);
  };

  test.each<[string, string, Parameters<typeof lastAddress>[1], string]>([
    [
      "a search",
      "",
      (list) => {
        list.search("pear");
      },
      "replace ?q=pear",
    ],
    [
      "an emptied search",
      "?q=pear&color=red",
      (list) => {
        list.search(null);
      },
      "replace ?color=red",
    ],
    [
      "a filter",
      "?q=pear",
      (list) => {
        list.filter({ color: "green" });
      },
      "push ?q=pear&color=green",
    ],
    [
      "a filter set to what is usual",
      "?origin=kent",
      (list) => {
        list.filter({ origin: [] });
      },
      "push ",
    ],
    [
      "a press on another column",
      "",
      (list) => {
        list.toggleSort("weight");
      },
      "replace ?sort=weight",
    ],
    [
      "a second press",
      "?sort=weight",
      (list) => {
        list.toggleSort("weight");
      },
      "replace ?sort=weight&order=desc",
    ],
    [
      "a press on the usual column",
      "?sort=weight&order=desc",
      (list) => {
        list.toggleSort("name");
      },
      "replace ",
    ],
    [
      "its own sort again",
      "?sort=weight&order=desc",
      (list) => {
        list.clearSort();
      },
      "replace ",
    ],
    [
      "an opened panel",
      "?q=pear",
      (list) => {
        list.open("7");
      },
      "replace ?q=pear&fruit=7",
    ],
    [
      "cleared filters: sort and panel stay",
      "?q=pear&color=red&origin=kent&sort=weight&fruit=7",
      (list) => {
        list.clearFilters();
      },
      "push ?sort=weight&fruit=7",
    ],
  ])("is in the address: %s", async (_what, from, change, address) => {
    expect(await lastAddress(from, change)).toBe(address);
  });
});

test("A column that the list cannot be sorted by changes nothing", () => {
  const { addresses, list } = fruitAt("");
  act(() => {
    list().toggleSort("constructor");
  });
  expect(list().sort).toEqual({ by: "name", descending: false });
  expect(addresses).toEqual([]);
});

test("A list that is usually sorted downwards says so only when it is not", async () => {
  const LATEST = {
    filters: {},
    sorts: ["day", "name"],
    defaultSort: { by: "day", descending: true },
    names: { q: "find", sort: "by", order: "way" },
  } as const;
  const { addresses, result } = at("?find=x", LATEST);
  expect(result.current).toMatchObject({ text: "x", sort: { by: "day", descending: true } });
  act(() => {
    result.current.toggleSort("day");
  });
  await expect.poll(() => addresses.at(-1)).toBe("replace ?find=x&way=asc");
});

test("Where Back is to close the panel, opening it is a step of its own; a list without a sort has none", async () => {
  const { addresses, result } = at("", {
    filters: {},
    sorts: [],
    defaultSort: null,
    panel: { name: "entry", history: "push" },
  });
  expect(result.current.sort).toBeNull();
  act(() => {
    result.current.open("e1");
  });
  await expect.poll(() => addresses.at(-1)).toBe("push ?entry=e1");
});
