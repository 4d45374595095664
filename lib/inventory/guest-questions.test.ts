import { describe, expect, test } from "vitest";
import type { Guest } from "@/lib/domain/guest";
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import { DAY } from "@/lib/domain/time";
import { EVERYTHING } from "./everything";
import { GuestInventory } from "./guest-inventory";
import { GuestStore } from "./guest-store";
import type { GuestQuery } from "./inventory";
import { someGuest, TODAY } from "./testing/some-guest";

const ago = (days: number) => TODAY - days * DAY;
const seen = (days: number): Partial<Guest> => ({ lastSeen: { kind: "at", at: ago(days) } });
const pending = (days: number): Partial<Guest> => ({
  redemption: { kind: "pending", since: ago(days) },
  lastSeen: { kind: "never" },
});

function listOf(...guests: readonly Partial<Guest>[]): GuestStore {
  const list = new GuestStore(DEFAULT_POLICY, TODAY, 0);
  list.add(guests.map(someGuest));
  return list;
}

const names = (list: GuestStore, query: Partial<GuestQuery>) =>
  list.window({ ...EVERYTHING, ...query }, 0, 1_000).map(({ guest }) => guest.displayName);

describe("Questions about days, sponsors and sets", () => {
  const sam = { id: "sam", displayName: "Sam" };
  const list = listOf(
    { id: "a", displayName: "a", ...seen(90), createdAt: ago(400), sponsors: [sam] },
    { id: "b", displayName: "b", ...seen(179.9), createdAt: ago(31), partner: "velvale.example" },
    {
      id: "c",
      displayName: "c",
      ...pending(30.5),
      createdAt: null,
      partner: "mail.velvale.example",
    },
    {
      id: "d",
      displayName: "d",
      ...pending(31),
      createdAt: ago(31),
      partner: "notvelvale.example",
      sponsors: [{ id: "ida", displayName: null }, sam],
    },
    { id: "e", displayName: "e", ...pending(45), enabled: false, createdAt: ago(45) },
  );
  list.setOf("privileged", ["b", "d", "nobody"]);

  test.each<[string, Partial<GuestQuery>, string[]]>([
    ["the last day of a range is in it", { seen: { from: 90, to: 179 } }, ["a", "b"]],
    ["the day after is not", { seen: { from: 90, to: 178 } }, ["a"]],
    ["a range may be open", { created: { from: 31, to: null } }, ["a", "b", "d", "e"]],
    ["who has no date is in no range", { created: { from: 0, to: null } }, ["a", "b", "d", "e"]],
    ["only invitations wait", { waiting: { from: 31, to: null } }, ["d", "e"]],
    ["overdue is what the policy says, of who can still sign in", { overdue: true }, ["d"]],
    ["a sponsor by their id", { sponsorId: "sam" }, ["a", "d"]],
    ["a sponsor whom nobody has", { sponsorId: "zoe" }, []],
    ["one domain alone", { partners: ["velvale.example"] }, ["b"]],
    ["a domain with those below it", { partners: ["*.velvale.example"] }, ["b", "c"]],
    ["a set that the page named", { sets: ["privileged"] }, ["b", "d"]],
    ["a set of which nothing is known", { sets: ["group:g"] }, []],
  ])("%s", (_what, query, found) => {
    expect(names(list, query)).toEqual(found);
  });

  test("the numbers beside the filters count overdue invitations and each sponsor's guests", () => {
    const { facets } = list.answer({ ...EVERYTHING, standings: ["pending"] });
    expect(facets.overdue).toBe(1);
    expect(facets.sponsorPeople).toEqual([
      { id: "ida", displayName: null, count: 1 },
      { id: "sam", displayName: "Sam", count: 1 },
    ]);
  });

  test("an answer names the sets that are not known, and the overview counts those that are", () => {
    const query = { ...EVERYTHING, sets: ["privileged", "group:g"] };
    expect(list.answer(query).unknownSets).toEqual(["group:g"]);
    expect(list.overview()).toMatchObject({ overdue: 1, sets: { privileged: 2 } });
  });

  test("another policy makes other invitations overdue, and the sentence says by which limit", () => {
    const strict = listOf({ displayName: "c", ...pending(8) });
    expect(strict.overview().overdue).toBe(0);
    strict.judgeBy({ ...DEFAULT_POLICY, pendingAfterDays: 7 }, TODAY);
    expect(strict.overview().overdue).toBe(1);
    expect(strict.window(EVERYTHING, 0, 1)[0]?.explanation).toBe(
      "Invited 8 days ago and has not accepted; overdue after 7 days.",
    );
  });
});

test("Everybody is read anew under the policy in force, and sets outlive it until sign-out", async () => {
  let directory = ["a", "b"];
  const inventory = new GuestInventory({
    reader: {
      count: () => Promise.resolve({ guest: directory.length, member: 0 }),
      async *guests() {
        yield await Promise.resolve(directory.map((id) => someGuest({ id, ...pending(8) })));
      },
      async *signIns() {
        yield await Promise.resolve([]);
      },
    },
    onReport: () => undefined,
    now: () => TODAY,
  });
  await inventory.start({ ...DEFAULT_POLICY, pendingAfterDays: 7 }, "an account");
  await inventory.finished;
  await inventory.setOf("privileged", ["b"]);
  expect(await inventory.overview()).toMatchObject({ guests: 2, overdue: 2 });
  directory = ["b"];
  await inventory.again();
  await inventory.finished;
  expect(await inventory.overview()).toMatchObject({
    guests: 1,
    overdue: 1,
    sets: { privileged: 1 },
  });
  await inventory.clear();
  expect((await inventory.overview()).sets).toEqual({});
});
