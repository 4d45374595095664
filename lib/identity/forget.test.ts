import { expect, test } from "vitest";
import { forgetTabState, forgetThrottling } from "./forget";

function storageOf(entries: Record<string, string>): Storage {
  const map = new Map(Object.entries(entries));
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    clear: () => {
      map.clear();
    },
  };
}

test("Signing out forgets the product's keys and MSAL's throttling notes, and nothing of others", () => {
  const storage = storageOf({
    "guestlist.plan": "x",
    "throttling.client.authority": "x",
    "msal.2.account": "x",
    other: "x",
  });
  forgetTabState(storage);
  expect(storage.getItem("guestlist.plan")).toBeNull();
  expect(storage.getItem("throttling.client.authority")).toBeNull();
  expect(storage.getItem("msal.2.account")).toBe("x");
  expect(storage.getItem("other")).toBe("x");
});

test("Signing in forgets the throttling notes, and keeps outcomes that wait to be recorded", () => {
  const storage = storageOf({ "guestlist.outbox": "x", "throttling.client.authority": "x" });
  forgetThrottling(storage);
  expect(storage.getItem("throttling.client.authority")).toBeNull();
  expect(storage.getItem("guestlist.outbox")).toBe("x");
});
