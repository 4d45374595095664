import { expect, test } from "vitest";
import type { Overview, Progress } from "@/lib/inventory/inventory";
import { IDLE } from "@/lib/inventory/progress-report";
import { statsOf } from "./stats";

const NOTHING: Overview = {
  version: 0,
  guests: 0,
  externalMembers: 0,
  withoutSponsor: 0,
  standings: { active: 0, stale: 0, "never-signed-in": 0, pending: 0, blocked: 0, unknown: 0 },
  overdue: 0,
  sets: {},
  idle: [],
  pendingAge: [],
  partners: [],
};

const HALF: Overview = {
  ...NOTHING,
  guests: 1_008,
  externalMembers: 1,
  overdue: 3,
  standings: { ...NOTHING.standings, stale: 12, pending: 40, unknown: 996 },
};

/** Label, number and detail of each card, as a person reads them. */
const cards = (overview: Overview, progress: Partial<Progress>) =>
  Object.fromEntries(
    statsOf(overview, { ...IDLE, ...progress }).map(({ label, value, detail }) => [
      label,
      `${value ?? "…"} ${detail}`,
    ]),
  );

test("Before anything is read no card says 0", () => {
  for (const words of Object.values(cards(NOTHING, { phase: "directory" }))) {
    expect(words).toBe("… Not read yet");
  }
});

test("While the directory is read, what there is of it is so far", () => {
  expect(cards(HALF, { phase: "directory" })).toMatchObject({
    Guests: "1,008 so far",
    Pending: "40 so far",
    Overdue: "3 so far",
    Blocked: "… Not read yet",
  });
});

test("While sign-ins are read, nobody is called unknown, and 0 stale guests are not a fact", () => {
  expect(cards(HALF, { phase: "sign-ins", signIns: "reading" })).toMatchObject({
    Guests: "1,008 and 1 external member",
    Blocked: "0 cannot sign in",
    Stale: "12 so far",
    "Never signed in": "… Not read yet",
    Active: "… Not read yet",
    Unknown: "… Not read yet",
  });
});

test("A pause changes nothing about what was read", () => {
  expect(cards(HALF, { phase: "paused", signIns: "reading" }).Unknown).toBe("… Not read yet");
});

test("Where sign-ins cannot be read, no standing that needs them is 0", () => {
  expect(cards(HALF, { phase: "complete", signIns: "unreadable" })).toMatchObject({
    Stale: "12 at least: not all sign-ins were readable",
    "Never signed in": "Unknown sign-ins not readable",
    Unknown: "996 sign-ins not readable",
  });
});

test("Once all is read, 0 is a number", () => {
  const read = cards(HALF, { phase: "complete", signIns: "read" });
  expect(read).toMatchObject({
    Stale: "12 no sign-in for too long",
    "Never signed in": "0 accepted, but never signed in",
    "Without sponsor": "0 no sponsor assigned",
  });
});
