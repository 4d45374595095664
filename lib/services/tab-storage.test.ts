import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { tabStorage } from "./tab-storage";

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});

const grace = { tenantId: "contoso", homeAccountId: "grace" };
const notes = tabStorage("note", z.object({ text: z.string() }));

describe("What a tab holds for an account", () => {
  test("comes back as it was saved, as often as it is read", () => {
    expect(notes.save(grace, { text: "Left in May" })).toBe(true);
    expect(notes.load(grace)).toEqual({ text: "Left in May" });
    expect(notes.load(grace)).toEqual({ text: "Left in May" });
  });

  test("is nothing before it is saved and after it is cleared", () => {
    expect(notes.load(grace)).toBeNull();
    notes.save(grace, { text: "Left in May" });
    notes.clear(grace);
    expect(notes.load(grace)).toBeNull();
    expect(stored.size).toBe(0);
  });

  test.each([
    ["another account", { ...grace, homeAccountId: "ivan" }],
    ["another tenant", { ...grace, tenantId: "fabrikam" }],
  ])("is neither read nor cleared by %s", (_who, other) => {
    notes.save(grace, { text: "Left in May" });
    expect(notes.load(other)).toBeNull();
    notes.clear(other);
    expect(notes.load(grace)).toEqual({ text: "Left in May" });
  });

  test.each([
    ["cut off", '{"text":"Le'],
    ["of another shape", '{"text":7}'],
    ["a list", "[]"],
    ["null", "null"],
    ["empty", ""],
  ])("is nothing when the stored text is %s", (_what, text) => {
    notes.save(grace, { text: "" });
    const [key = ""] = stored.keys();
    stored.set(key, text);
    expect(notes.load(grace)).toBeNull();
  });

  test("is refused without an error when the browser has no room", () => {
    vi.stubGlobal("sessionStorage", {
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    });
    expect(notes.save(grace, { text: "Left in May" })).toBe(false);
  });
});
