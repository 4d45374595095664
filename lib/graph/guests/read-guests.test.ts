import { expect, test } from "vitest";
import type { Guest } from "@/lib/domain/guest";
import { simulatedGraph } from "../testing/simulated-graph";
import { countGuests, readGuests } from "./read-guests";
import { readGuest } from "./read-guest";
import { type GuestSeen, readSignIns } from "./read-sign-ins";
import { SignInPace } from "./sign-in-pace";

async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(...page);
  return found;
}

const ids = (people: readonly { readonly id: string }[]) => people.map(({ id }) => id).sort();

test("Every guest and external member is read once, and the count agrees", async () => {
  const { graph, tenant, sent } = simulatedGraph({ guests: 1_200 });
  const guests = await all(readGuests(graph));
  const truth = [...tenant.directory.users.values()].filter(
    ({ userType, creationType }) =>
      userType === "Guest" || (userType === "Member" && creationType === "Invitation"),
  );
  expect(ids(guests)).toEqual(ids(truth));
  expect(guests.some(({ userType }) => userType === "member")).toBe(true);
  const members = truth.filter(({ userType }) => userType === "Member").length;
  const counts = { guest: truth.length - members, member: members };
  expect(await countGuests(graph)).toEqual(counts);
  expect(sent.filter((line) => line.includes("/users?")).length).toBe(3);
});

test("The directory pass asks for no sign-in activity and says that it is unread", async () => {
  const { graph, sent } = simulatedGraph({ guests: 50 });
  const guests = await all(readGuests(graph));
  expect(new Set(guests.map(({ lastSeen }) => lastSeen.kind))).toEqual(new Set(["unread"]));
  expect(sent.join("\n")).not.toContain("signInActivity");
});

test("Dates, standing of the invitation and identity are those of the directory", async () => {
  const { graph, tenant } = simulatedGraph({ guests: 300 });
  const read = new Map((await all(readGuests(graph))).map((guest) => [guest.id, guest]));
  for (const user of tenant.directory.users.values()) {
    const guest = read.get(user.id);
    if (guest === undefined) continue;
    expect(guest.enabled).toBe(user.accountEnabled);
    expect(guest.createdAt).toBe(toTheSecond(user.createdDateTime));
    expect(guest.redemption.kind).toBe(
      { PendingAcceptance: "pending", Accepted: "redeemed", null: "not-invited" }[
        String(user.externalUserState)
      ],
    );
    const present = user.sponsorIds.filter((id) => tenant.directory.users.has(id));
    expect(ids(guest.sponsors)).toEqual(present.sort());
  }
  const classes = new Set([...read.values()].map(({ identityClass }) => identityClass));
  expect(classes).toEqual(
    new Set(["entra", "google", "microsoft-account", "one-time-passcode", "federated", "other"]),
  );
});

function toTheSecond(text: string | null): number | null {
  return text === null || text.startsWith("0001-01-01")
    ? null
    : Date.parse(`${text.slice(0, 19)}Z`);
}

test("A sign-in counts only when it succeeded, whatever was attempted, and the year 1 is never", async () => {
  const { graph, tenant } = simulatedGraph({ guests: 1_200 });
  const seen = new Map((await all<GuestSeen>(readSignIns(graph))).map((one) => [one.id, one]));
  let failedOnly = 0;
  for (const { id } of await all(readGuests(graph))) {
    const { signIns } = tenant.directory.users.get(id) ?? { signIns: null };
    const at = toTheSecond(signIns?.lastSuccessAt ?? null);
    expect(seen.get(id)?.lastSeen).toEqual(at === null ? { kind: "never" } : { kind: "at", at });
    if (at === null && signIns?.lastAttemptAt !== undefined) failedOnly += 1;
  }
  expect(failedOnly).toBeGreaterThan(0);
});

test("Sign-ins are read freely until Graph says that it is too much, then at its pace", async () => {
  const { graph, tenant, sent, waits, clock } = simulatedGraph({ guests: 7_000 });
  tenant.conditions.throttle = "strict";
  const begun = clock.now();
  const seen = await all(readSignIns(graph, undefined, new SignInPace(clock)));
  expect(seen.length).toBeGreaterThanOrEqual(7_000);
  expect(waits.length).toBeGreaterThan(0);
  expect(sent.length).toBeLessThanOrEqual(seen.length / 500 + 3);
  expect((clock.now() - begun) / 1_000).toBeLessThan(110);
});

test("A missing licence is believed when it is said three times", async () => {
  const { graph, strikes, sent } = simulatedGraph({ guests: 20 });
  strikes({ kind: "missing-licence", pathPrefix: "/users", queryContains: "signInActivity" });
  await expect(all(readSignIns(graph))).rejects.toMatchObject({ kind: "licence-missing" });
  expect(sent.length).toBe(3);
});

test("A licence that is missing now and then is there", async () => {
  const { graph, strikes } = simulatedGraph({ guests: 20 });
  strikes({ kind: "missing-licence", queryContains: "signInActivity", times: 2 });
  expect((await all(readSignIns(graph))).length).toBeGreaterThanOrEqual(20);
});

test("An expired page link begins that kind anew instead of losing the rest", async () => {
  const { graph, tenant, strikes } = simulatedGraph({ guests: 1_500 });
  strikes({ kind: "expired-page-token", queryContains: "skiptoken", times: 1 });
  const guests = await all(readGuests(graph));
  const truth = [...tenant.directory.users.values()].filter(({ userType }) => userType === "Guest");
  const read = new Set(ids(guests));
  expect(truth.filter(({ id }) => !read.has(id))).toEqual([]);
});

test("One guest is read with sign-ins, without, and not at all when gone", async () => {
  const { graph, tenant, strikes } = simulatedGraph({ guests: 30 });
  const [user] = [...tenant.directory.users.values()].filter(
    ({ signIns }) => signIns?.lastSuccessAt,
  );
  const id = user?.id ?? "";
  const kindOf = ({ lastSeen }: Guest) => lastSeen.kind;
  expect(kindOf(await readGuest(graph, id, { signIns: true }))).toBe("at");
  expect(kindOf(await readGuest(graph, id, { signIns: false }))).toBe("unread");
  strikes({ kind: "missing-licence", queryContains: "signInActivity" });
  expect(kindOf(await readGuest(graph, id, { signIns: true }))).toBe("unreadable");
  const nobody = readGuest(graph, "00000000-0000-4000-8000-000000000000", { signIns: false });
  await expect(nobody).rejects.toMatchObject({ kind: "not-found" });
});
