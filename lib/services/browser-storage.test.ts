import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { browserStorage } from "./browser-storage";

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});

const grace = { tenantId: "contoso", homeAccountId: "grace" };
const columns = browserStorage("columns", z.array(z.string()));

test("What the browser remembers for an account is in its local storage, until it is cleared", () => {
  expect(columns.load(grace)).toBeNull();
  columns.save(grace, ["mail"]);
  expect(columns.load(grace)).toEqual(["mail"]);
  expect([...stored]).toEqual([["guestlist.columns.contoso.grace", '["mail"]']]);
  columns.clear(grace);
  expect(columns.load(grace)).toBeNull();
});

test.each([
  ["another account", { ...grace, homeAccountId: "ivan" }],
  ["another tenant", { ...grace, tenantId: "fabrikam" }],
])("It is not given to %s", (_who, other) => {
  columns.save(grace, ["mail"]);
  expect(columns.load(other)).toBeNull();
});

test("What another version stored in another shape is nothing", () => {
  columns.save(grace, []);
  stored.set("guestlist.columns.contoso.grace", '{"hidden":["mail"]}');
  expect(columns.load(grace)).toBeNull();
});
