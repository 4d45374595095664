import { expect, test, vi } from "vitest";
import type { NewEntry } from "@/lib/contract/entries";
import { type EntryStore, openOutbox } from "./outbox";

const owner = { tenantId: "tenant", userId: "me" };

function storeOf(
  entries = new Map<string, unknown>(),
): EntryStore & { readonly stored: typeof entries } {
  return {
    stored: entries,
    setMany: (added) => {
      for (const [key, entry] of added) entries.set(key, entry);
      return Promise.resolve();
    },
    delMany: (keys) => {
      for (const key of keys) entries.delete(key);
      return Promise.resolve();
    },
    // As IndexedDB does it: by their keys.
    entries: () => Promise.resolve([...entries].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

/** An id of that name. */
const id = (name: string) =>
  `00000000-0000-4000-8000-${Buffer.from(name).toString("hex").padStart(12, "0")}`;

const entry = (name: string): NewEntry => ({
  id: id(name),
  kind: "carried-out",
  operationId: id("op"),
  guestId: id("guest"),
  outcome: { result: "done", evidence: "observed", detail: null, requestId: null },
});

test("what a closed tab leaves is there for the next one", async () => {
  const store = storeOf();
  openOutbox(store, owner).keep(entry("one"));
  await Promise.resolve();
  expect(await openOutbox(store, owner).all()).toEqual([entry("one")]);
});

test("what a closed tab leaves is sent in the order in which it was kept, whatever its ids", async () => {
  const store = storeOf();
  const outbox = openOutbox(store, owner);
  for (const name of ["f", "a", "c"]) outbox.keep(entry(name));
  await Promise.resolve();
  const later = await openOutbox(store, owner).all();
  expect(later).toEqual(["f", "a", "c"].map(entry));
});

test("a thousand outcomes in one microtask are one transaction", async () => {
  const store = storeOf();
  const setMany = vi.spyOn(store, "setMany");
  const outbox = openOutbox(store, owner);
  const entries = Array.from({ length: 1_000 }, (_, index) => entry(`${index}`));
  for (const each of entries) outbox.keep(each);
  await Promise.resolve();
  expect(setMany).toHaveBeenCalledOnce();
  expect(await openOutbox(store, owner).all()).toEqual(entries);
});

test("what the ledger confirmed leaves nothing behind, also when it was kept a moment ago", async () => {
  const store = storeOf();
  const outbox = openOutbox(store, owner);
  outbox.keep(entry("one"));
  await Promise.resolve();
  outbox.keep(entry("two"));
  outbox.drop([id("one"), id("two")]);
  await Promise.resolve();
  expect(store.stored.size).toBe(0);
  expect(await outbox.all()).toEqual([]);
});

test("one person's outcomes are not another's", async () => {
  const store = storeOf();
  openOutbox(store, owner).keep(entry("one"));
  await Promise.resolve();
  expect(await openOutbox(store, { ...owner, userId: "she" }).all()).toEqual([]);
});

test("what earlier versions stored has no place, or names a decision, and comes first", async () => {
  const { operationId: decisionId, ...outcome } = { operationId: "", ...entry("b") };
  const store = storeOf(
    new Map<string, unknown>([
      [`tenant.me.${id("b")}`, { ...outcome, decisionId }],
      [`tenant.me.${id("c")}`, entry("c")],
    ]),
  );
  openOutbox(store, owner).keep(entry("a"));
  await Promise.resolve();
  const earlier = await openOutbox(store, owner).all();
  expect(earlier).toEqual(["b", "c", "a"].map(entry));
});

test.each([null, "nonsense", {}, { id: "x" }, { id: "x", kind: "decided" }])(
  "%j is not believed",
  async (value) => {
    expect(await openOutbox(storeOf(new Map([["tenant.me.x", value]])), owner).all()).toEqual([]);
  },
);

test("a store that fails does not stop the run, and the tab still knows", async () => {
  const failing: EntryStore = {
    setMany: () => Promise.reject(new DOMException("full", "QuotaExceededError")),
    delMany: () => Promise.reject(new DOMException("gone", "InvalidStateError")),
    entries: () => Promise.reject(new DOMException("blocked", "SecurityError")),
  };
  const outbox = openOutbox(failing, owner);
  outbox.keep(entry("one"));
  outbox.drop([id("other")]);
  await Promise.resolve();
  expect(await outbox.all()).toEqual([entry("one")]);
});

test("what another version stored stays and is told apart, and is nobody else's", async () => {
  const later = { entry: { ...entry("b"), kind: "carried-out-2" }, place: 1 };
  const store = storeOf(
    new Map<string, unknown>([
      [`tenant.me.${id("b")}`, later],
      [`tenant.me.${id("c")}`, entry("c")],
      [`tenant.she.${id("d")}`, "nonsense"],
    ]),
  );
  const outbox = openOutbox(store, owner);
  expect(await outbox.unreadable()).toEqual([later]);
  expect(await outbox.all()).toEqual([entry("c")]);
  expect(store.stored.size).toBe(3);
});
