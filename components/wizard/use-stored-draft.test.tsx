import { renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import * as services from "@/lib/services/services";
import { tabStorage } from "@/lib/services/tab-storage";
import { useStoredDraft } from "./use-stored-draft";

const me = { homeAccountId: "grace", tenantId: "contoso" };
const storage = tabStorage(
  "cake-draft",
  z.object({ tiers: z.number(), reason: z.string().nullable() }),
);

beforeEach(() => {
  vi.spyOn(services, "useServices").mockImplementation(() => ({ me: { ...me } }) as never);
});
afterEach(() => {
  storage.clear(me);
  vi.restoreAllMocks();
});

test("A draft is stored as it changes, with its reason once the page is left, and gone once it is cleared", () => {
  const first = { tiers: 1, reason: null };
  const { result, rerender } = renderHook((stored) => useStoredDraft(storage, stored), {
    initialProps: first,
  });
  expect(storage.load(me)).toEqual(first);
  const second = { tiers: 2, reason: null };
  rerender(second);
  expect(storage.load(me)).toEqual(second);
  result.current.save({ reason: "For the wedding" });
  expect(storage.load(me)).toEqual({ tiers: 2, reason: "For the wedding" });
  result.current.clear();
  // Nothing has changed since: a page that is rendered again stores nothing.
  rerender(second);
  expect(storage.load(me)).toBeNull();
});

test("A session that is made anew on the way to the consent page takes nothing from what was stored", () => {
  const draft = { tiers: 1, reason: null };
  const { result, rerender } = renderHook((stored) => useStoredDraft(storage, stored), {
    initialProps: draft,
  });
  result.current.save({ reason: "For the wedding" });
  rerender(draft);
  expect(storage.load(me)).toEqual({ tiers: 1, reason: "For the wedding" });
});

test("Another account of the tab begins with a draft of its own", () => {
  const draft = { tiers: 1, reason: null };
  const { rerender } = renderHook((stored) => useStoredDraft(storage, stored), {
    initialProps: draft,
  });
  const ivan = { ...me, homeAccountId: "ivan" };
  vi.spyOn(services, "useServices").mockReturnValue({ me: ivan } as never);
  rerender(draft);
  expect(storage.load(ivan)).toEqual(draft);
  storage.clear(ivan);
});
