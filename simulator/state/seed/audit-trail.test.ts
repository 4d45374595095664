import { describe, expect, test } from "vitest";
import { seedTenant } from "./harborline.ts";
import { mostRows } from "./sign-in-history.ts";

const now = Date.UTC(2026, 10, 20, 9);
const { directory } = seedTenant({ guests: 20_000, seed: 1, now });
const { users } = directory;
const guests = [...users.values()].filter(({ userType }) => userType === "Guest");
const daysSince = (at: string | null) => (now - Date.parse(at ?? "")) / 86_400_000;

describe("its logs", () => {
  const { audits, signInLog } = directory;

  test("say who invited each guest of the last 30 days, and nothing older", () => {
    const invited = new Set(
      audits
        .filter(({ activityDisplayName }) => activityDisplayName === "Invite external user")
        .map(({ targetResources }) => targetResources[0]?.id),
    );
    const fresh = guests.filter(({ createdDateTime }) => daysSince(createdDateTime) <= 30);
    expect(fresh.length).toBeGreaterThan(100);
    expect(fresh.filter(({ id }) => !invited.has(id))).toEqual([]);
    expect(audits.filter(({ activityDateTime }) => daysSince(activityDateTime) > 30)).toEqual([]);
    expect(audits.every(({ initiatedBy }) => initiatedBy.user !== null)).toBe(true);
  });

  test("run from old to new", () => {
    const times = audits.map(({ activityDateTime }) => activityDateTime);
    expect(times).toEqual([...times].sort());
    const signIns = signInLog.map(({ createdDateTime }) => createdDateTime);
    expect(signIns).toEqual([...signIns].sort());
  });

  test("agree with what each person's object says of their last attempt", () => {
    expect(signInLog.length).toBeGreaterThan(1_000);
    expect(signInLog.length).toBeLessThanOrEqual(mostRows);
    const last = new Map(signInLog.map((row) => [row.userId, row]));
    for (const [id, { createdDateTime, errorCode }] of last) {
      const times = users.get(id)?.signIns;
      expect(createdDateTime).toBe(times?.lastAttemptAt);
      expect(errorCode === 0).toBe(times?.lastAttemptAt === times?.lastSuccessAt);
    }
  });
});
