import { expect, test } from "vitest";
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import { GuestInventory } from "./guest-inventory";
import { someGuest, TODAY } from "./testing/some-guest";

/** The list of a tenant whose only guest is "a". */
function openList() {
  const inventory = new GuestInventory({
    reader: {
      count: () => Promise.resolve({ guest: 1, member: 0 }),
      guests: async function* () {
        yield await Promise.resolve([someGuest({ id: "a" })]);
      },
      signIns: async function* () {
        yield await Promise.resolve([]);
      },
    },
    onReport: () => undefined,
    now: () => TODAY,
  });
  const readBy = async (account: string) => {
    await inventory.start(DEFAULT_POLICY, account);
    await inventory.finished;
  };
  const listed = async () => (await inventory.rows(["a", "b"])).map(({ guest }) => guest.id);
  return { inventory, readBy, listed };
}

test("What a run changed reaches the list of the account that began it, also when it was read again", async () => {
  const { inventory, readBy, listed } = openList();
  await readBy("an account");
  await inventory.again();
  await inventory.finished;
  await inventory.amend("an account", [someGuest({ id: "b" })], ["a"]);
  expect(await listed()).toEqual(["b"]);
});

test("What a run changed does not reach a list that is no longer that account's", async () => {
  const { inventory, readBy, listed } = openList();
  await readBy("an account");
  await inventory.clear();
  await inventory.amend("an account", [someGuest({ id: "b" })], []);
  expect(await listed()).toEqual([]);
  await readBy("another account");
  await inventory.amend("an account", [someGuest({ id: "b" })], ["a"]);
  expect(await listed()).toEqual(["a"]);
});
