import { expect, test, vi } from "vitest";
import type { NewEntry } from "@/lib/contract/entries";
import { openTabOutbox } from "./tab-outbox";

const owner = { tenantId: "tenant", userId: "me" };

function storage(): Pick<Storage, "getItem" | "setItem" | "removeItem"> & Map<string, string> {
  const kept = new Map<string, string>();
  return Object.assign(kept, {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
}

const entry = (id: string): NewEntry => ({
  id,
  kind: "carried-out",
  decisionId: "decision",
  guestId: "guest",
  outcome: { result: "done", evidence: "observed", detail: null, requestId: null },
});

test("what a reload interrupts is there afterwards", async () => {
  const kept = storage();
  openTabOutbox(kept, owner).keep(entry("one"));
  await Promise.resolve();
  expect(openTabOutbox(kept, owner).all()).toEqual([entry("one")]);
});

test("a thousand outcomes at one stroke are written once", async () => {
  const kept = storage();
  const setItem = vi.spyOn(kept, "setItem");
  const outbox = openTabOutbox(kept, owner);
  const entries = Array.from({ length: 1_000 }, (_, index) => entry(`${index}`));
  for (const each of entries) outbox.keep(each);
  await Promise.resolve();
  expect(setItem).toHaveBeenCalledOnce();
  expect(openTabOutbox(kept, owner).all()).toEqual(entries);
});

test("what the ledger confirmed leaves nothing behind", async () => {
  const kept = storage();
  const outbox = openTabOutbox(kept, owner);
  outbox.keep(entry("one"));
  outbox.keep(entry("two"));
  await Promise.resolve();
  expect(kept.size).toBe(1);
  outbox.drop(["one", "two"]);
  await Promise.resolve();
  expect(kept.size).toBe(0);
});

test("one person's outcomes are not another's", async () => {
  const kept = storage();
  openTabOutbox(kept, owner).keep(entry("one"));
  await Promise.resolve();
  expect(openTabOutbox(kept, { ...owner, userId: "she" }).all()).toEqual([]);
});

test.each(["", "nonsense", "{}", '[{"id":"x"}]', "[null]"])("%j is not believed", (text) => {
  const kept = storage();
  kept.set("guestlist.outbox.tenant.me", text);
  expect(openTabOutbox(kept, owner).all()).toEqual([]);
});

test("a full storage does not stop the run", async () => {
  const full = {
    getItem: () => null,
    removeItem: () => undefined,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  const outbox = openTabOutbox(full, owner);
  outbox.keep(entry("one"));
  await Promise.resolve();
  expect(outbox.all()).toEqual([entry("one")]);
});
