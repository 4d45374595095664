import { beforeEach, describe, expect, test } from "vitest";
import type { Call } from "./endpoint.ts";
import { page } from "./paging.ts";
import { beginReading } from "./readings.ts";
import { TestTenant } from "./test-tenant.ts";

interface Row {
  id: string;
}

let home: TestTenant;

beforeEach(() => {
  home = new TestTenant();
});

function callFor(query: string): Call {
  return {
    tenant: home.tenant,
    caller: {
      userId: "",
      appId: "",
      scopes: new Set(),
      roles: new Set(),
      isGuest: false,
      contexts: new Set(),
    },
    method: "GET",
    path: "/rows",
    params: {},
    query: new URLSearchParams(query),
    headers: new Headers(),
    body: undefined,
    root: "https://graph.microsoft.com/v1.0",
  };
}

const rules = { defaultTop: 3, maxTop: 10, key: (row: Row) => row.id };
const rowsUpTo = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `r${n}` }));

/** Reads to the end; what happens between the pages is the test's. */
function readAll(rows: () => Row[], query: string, between: () => void): string[] {
  const ids: string[] = [];
  let next: string | undefined = query;
  while (next !== undefined) {
    const shown: { rows: Row[]; nextLink?: string } = page(callFor(next), rows, rules);
    ids.push(...shown.rows.map((row) => row.id));
    between();
    next = shown.nextLink?.split("?")[1];
  }
  return ids;
}

describe("Paging: https://learn.microsoft.com/graph/paging", () => {
  test.each([0, 1, 3, 4, 9, 10])("%i rows are each shown once, in order", (count) => {
    const rows = rowsUpTo(count);
    expect(
      readAll(
        () => rows,
        "",
        () => undefined,
      ),
    ).toEqual(rows.map((row) => row.id));
  });

  test("the last page has no link, even when it is full", () => {
    expect(page(callFor(""), rowsUpTo(3), rules).nextLink).toBeUndefined();
  });

  test("a link carries the query on, encoded, and begins with Graph's own address", () => {
    const { nextLink } = page(callFor("$filter=a eq 'b%26c'&$top=1"), rowsUpTo(2), rules);
    expect(nextLink).toMatch(
      /^https:\/\/graph\.microsoft\.com\/v1\.0\/rows\?\$filter=a%20eq%20'b%26c'&\$top=1&\$skiptoken=[\w-]+$/,
    );
  });

  test("a forgotten reading goes on after the row it had come to, though earlier rows went", () => {
    let rows = rowsUpTo(10);
    const ids = readAll(
      () => rows,
      "",
      () => {
        rows = rows.slice(1);
        beginReading(home.tenant, new Array(4_000_001));
      },
    );
    expect(ids).toEqual(rowsUpTo(10).map((row) => row.id));
  });

  test("$top is lowered without a word where that is the rule", () => {
    const lowered = page(callFor("$top=99"), rowsUpTo(20), { ...rules, lowersSilently: true });
    expect(lowered.rows).toHaveLength(10);
    expect(() => page(callFor("$top=99"), rowsUpTo(20), rules)).toThrow("Invalid page size");
  });
});
