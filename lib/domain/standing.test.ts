import { expect, test } from "vitest";
import { explainStanding } from "./explain-standing";
import type { Guest } from "./guest";
import { DEFAULT_POLICY, type Policy } from "./policy";
import { judgeStanding, type Standing } from "./standing";
import { DAY } from "./time";

const today = Date.parse("2026-11-20T12:00:00Z");
const before = (days: number) => today - days * DAY;

const old: Guest = {
  id: "7b9b7d52-3f0c-4a39-9d4e-6d6f1c1f0a11",
  displayName: "Ada",
  mail: "ada@partner.example",
  userPrincipalName: "ada_partner.example#EXT#@harborline.example",
  userType: "guest",
  enabled: true,
  createdAt: before(400),
  creationType: "Invitation",
  redemption: { kind: "redeemed", at: before(399) },
  lastSeen: { kind: "never" },
  lastAttemptAt: null,
  partner: "partner.example",
  identityClass: "entra",
  sponsors: [],
};

const seen = (days: number): Partial<Guest> => ({ lastSeen: { kind: "at", at: before(days) } });
const created = (days: number): Partial<Guest> => ({
  createdAt: before(days),
  redemption: { kind: "redeemed", at: null },
});
const pendingSince = (days: number): Partial<Guest> => ({
  redemption: { kind: "pending", since: before(days) },
});
const accepted = (days: number): Partial<Guest> => ({
  redemption: { kind: "redeemed", at: before(days) },
});
const unreadable: Partial<Guest> = { lastSeen: { kind: "unreadable" } };
const unread: Partial<Guest> = { lastSeen: { kind: "unread" } };
const member: Partial<Guest> = { userType: "member" };
const blocked: Partial<Guest> = { enabled: false };
const undated: Partial<Guest> = { createdAt: null, redemption: { kind: "redeemed", at: null } };
const uninvited: Partial<Guest> = { redemption: { kind: "not-invited" } };

const lately = (idleDays: number): Standing => ({
  kind: "active",
  because: "seen-lately",
  idleDays,
});
const fresh = (ageDays: number): Standing => ({ kind: "active", because: "new", ageDays });
const stale = (idleDays: number): Standing => ({ kind: "stale", idleDays });
const never = (ageDays: number | null): Standing => ({ kind: "never-signed-in", ageDays });
const waiting = (waitingDays: number | null, overdue: boolean): Standing => ({
  kind: "pending",
  waitingDays,
  overdue,
});
const dark: Standing = { kind: "unknown", because: "sign-ins-unreadable" };
const early: Standing = { kind: "unknown", because: "sign-ins-unread" };

type Case = readonly [sentence: string, guest: Partial<Guest>, is: Standing, says: string];

// One line a case, so that the table can be read as one.
// oxfmt-ignore
const cases: readonly Case[] = [
  ["seen today is active", seen(0), lately(0), "Last signed in today; stale after 90 days."],
  ["seen some hours ago is active", seen(0.4), lately(0), "Last signed in today; stale after 90 days."],
  ["seen yesterday is active", seen(1), lately(1), "Last signed in 1 day ago; stale after 90 days."],
  ["seen one day before the limit is active", seen(89), lately(89), "Last signed in 89 days ago; stale after 90 days."],
  ["seen exactly on the limit is still active", seen(90), lately(90), "Last signed in 90 days ago; stale after 90 days."],
  ["the limit's last hour still belongs to it", seen(90.99), lately(90), "Last signed in 90 days ago; stale after 90 days."],
  ["seen a full day beyond the limit is stale", seen(91), stale(91), "Last signed in 91 days ago; stale after 90 days."],
  ["seen long ago is stale", seen(143.2), stale(143), "Last signed in 143 days ago; stale after 90 days."],
  ["seen years ago is stale", seen(2_000), stale(2_000), "Last signed in 2,000 days ago; stale after 90 days."],
  ["seen in the future counts as today", seen(-3), lately(0), "Last signed in today; stale after 90 days."],
  ["never seen and old is never signed in", {}, never(400), "Has never signed in; created 400 days ago."],
  ["0001-01-01 was read as never", { lastSeen: { kind: "never" } }, never(400), "Has never signed in; created 400 days ago."],
  ["failed attempts alone are no sign-in", { lastAttemptAt: before(2) }, never(400), "No successful sign-in is recorded; last attempt on Nov 18, 2026, created 400 days ago."],
  ["failed attempts do not make a stale guest active", { ...seen(120), lastAttemptAt: before(1) }, stale(120), "Last signed in 120 days ago; stale after 90 days."],
  ["created today is new", created(0), fresh(0), "Created today; new for 30 days."],
  ["created yesterday is new", created(1), fresh(1), "Created 1 day ago; new for 30 days."],
  ["created exactly at the end of the grace is still new", created(30), fresh(30), "Created 30 days ago; new for 30 days."],
  ["created a day beyond the grace is never signed in", created(31), never(31), "Has never signed in; created 31 days ago."],
  ["created in the future is new", created(-2), fresh(0), "Created today; new for 30 days."],
  ["accepted lately restarts the grace", accepted(5), fresh(5), "Accepted the invitation 5 days ago; new for 30 days."],
  ["accepted exactly at the end of the grace is still new", accepted(30), fresh(30), "Accepted the invitation 30 days ago; new for 30 days."],
  ["accepted beyond the grace is never signed in", accepted(31), never(400), "Has never signed in; created 400 days ago."],
  ["accepted in the future is new", accepted(-1), fresh(0), "Accepted the invitation today; new for 30 days."],
  ["accepted anew after a long silence is new, not stale", { ...seen(200), ...accepted(3) }, fresh(3), "Accepted the invitation 3 days ago; new for 30 days."],
  ["created lately with older sign-ins is new, not stale", { ...seen(200), ...created(3) }, fresh(3), "Created 3 days ago; new for 30 days."],
  ["restored with its old dates is as stale as before", { ...seen(200), ...created(300) }, stale(200), "Last signed in 200 days ago; stale after 90 days."],
  ["new and seen counts as seen", { ...created(3), ...seen(1) }, lately(1), "Last signed in 1 day ago; stale after 90 days."],
  ["without a creation date never is undated", undated, never(null), "Has never signed in; created at an unknown time."],
  ["without a creation date but accepted lately is new", { ...undated, ...accepted(4) }, fresh(4), "Accepted the invitation 4 days ago; new for 30 days."],
  ["without a creation date and seen lately is active", { ...undated, ...seen(4) }, lately(4), "Last signed in 4 days ago; stale after 90 days."],
  ["without a creation date and seen long ago is stale", { ...undated, ...seen(91) }, stale(91), "Last signed in 91 days ago; stale after 90 days."],
  ["a missing licence makes nobody stale", unreadable, dark, "Sign-ins could not be read, so the standing is unknown."],
  ["a missing licence makes nobody new either", { ...created(2), ...unreadable }, dark, "Sign-ins could not be read, so the standing is unknown."],
  ["an attempt does not stand in for unreadable sign-ins", { ...unreadable, lastAttemptAt: before(1) }, dark, "Sign-ins could not be read, so the standing is unknown."],
  ["not yet read is not never", unread, early, "Sign-ins have not been read yet."],
  ["blocked comes before stale", { ...blocked, ...seen(200) }, { kind: "blocked" }, "Sign-in is blocked."],
  ["blocked comes before pending", { ...blocked, ...pendingSince(61) }, { kind: "blocked" }, "Sign-in is blocked."],
  ["blocked comes before unreadable", { ...blocked, ...unreadable }, { kind: "blocked" }, "Sign-in is blocked."],
  ["invited today is pending", pendingSince(0), waiting(0, false), "Invited today and has not accepted."],
  ["invited exactly the pending limit ago is not overdue", pendingSince(30), waiting(30, false), "Invited 30 days ago and has not accepted."],
  ["invited a day beyond the pending limit is overdue", pendingSince(31), waiting(31, true), "Invited 31 days ago and has not accepted; overdue after 30 days."],
  ["invited long ago is overdue", pendingSince(61), waiting(61, true), "Invited 61 days ago and has not accepted; overdue after 30 days."],
  ["invited in the future waits since today", pendingSince(-5), waiting(0, false), "Invited today and has not accepted."],
  ["pending without its own date waits since creation", { redemption: { kind: "pending", since: null } }, waiting(400, true), "Invited 400 days ago and has not accepted; overdue after 30 days."],
  ["pending without any date waits for nobody knows how long", { createdAt: null, redemption: { kind: "pending", since: null } }, waiting(null, false), "Invited at an unknown time and has not accepted."],
  ["pending needs no sign-ins to be known", { ...pendingSince(40), ...unreadable }, waiting(40, true), "Invited 40 days ago and has not accepted; overdue after 30 days."],
  ["pending again after a reset is pending, whatever was seen", { ...pendingSince(2), ...seen(10) }, waiting(2, false), "Invited 2 days ago and has not accepted."],
  ["a guest that nobody invited is judged by sign-ins", { ...uninvited, ...seen(91) }, stale(91), "Last signed in 91 days ago; stale after 90 days."],
  ["a guest that nobody invited is new by creation", { ...uninvited, createdAt: before(7) }, fresh(7), "Created 7 days ago; new for 30 days."],
  ["an external member is judged like a guest", { ...member, ...seen(91) }, stale(91), "Last signed in 91 days ago; stale after 90 days."],
  ["an external member can be pending", { ...member, ...pendingSince(31) }, waiting(31, true), "Invited 31 days ago and has not accepted; overdue after 30 days."],
];

test.each(cases)("%s", (_sentence, input, is, says) => {
  const guest = { ...old, ...input };
  const standing = judgeStanding(guest, DEFAULT_POLICY, today);
  expect(standing).toEqual(is);
  expect(explainStanding(standing, guest, DEFAULT_POLICY)).toBe(says);
});

const underPolicy: readonly (readonly [string, Partial<Policy>, Partial<Guest>, Standing])[] = [
  [
    "without grace somebody created today has never signed in",
    { newGuestGraceDays: 0 },
    created(0),
    never(0),
  ],
  [
    "a stale limit shorter than the grace spares the new",
    { staleAfterDays: 5 },
    { ...created(20), ...seen(10) },
    fresh(20),
  ],
  ["a stale limit of one day tolerates one day", { staleAfterDays: 1 }, seen(1), lately(1)],
  ["a stale limit of one day is over after two", { staleAfterDays: 1 }, seen(2), stale(2)],
  [
    "a pending limit of one day is over after two",
    { pendingAfterDays: 1 },
    pendingSince(2),
    waiting(2, true),
  ],
];

test.each(underPolicy)("%s", (_sentence, policy, input, is) => {
  expect(judgeStanding({ ...old, ...input }, { ...DEFAULT_POLICY, ...policy }, today)).toEqual(is);
});

test("a sentence names the tenant's own limit", () => {
  const policy = { ...DEFAULT_POLICY, staleAfterDays: 1 };
  const guest = { ...old, ...seen(2) };
  expect(explainStanding(judgeStanding(guest, policy, today), guest, policy)).toBe(
    "Last signed in 2 days ago; stale after 1 day.",
  );
});
