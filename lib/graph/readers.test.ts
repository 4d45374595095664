import { expect, test } from "vitest";
import { readInviter } from "@/lib/graph/audit/read-inviter";
import { readDeletedGuests } from "@/lib/graph/deleted-items/read-deleted-guests";
import { readFootprint } from "@/lib/graph/footprint/read-footprint";
import { readMyRoles } from "@/lib/graph/roles/read-my-roles";
import { simulatedGraph } from "@/lib/graph/testing/simulated-graph";

const { graph, tenant } = simulatedGraph({ guests: 400 });
const { directory } = tenant;
const guests = [...directory.users.values()].filter(({ userType }) => userType === "Guest");

test("the signed-in person's directory roles are named by their templates", async () => {
  const roles = await readMyRoles(graph);
  expect(roles).toContain("fe930be7-5e62-47db-91af-98c3a49a38b1");
  expect(roles).not.toContain("62e90394-69f5-4237-9190-012177145e10");
});

test("a guest's groups are all in the footprint", async () => {
  const guest = guests.find(({ id }) => directory.groupsOf(id).length > 1);
  const footprint = await readFootprint(graph, guest?.id ?? "");
  if (footprint.groups.kind !== "read") throw new Error("The groups could not be read.");
  expect(footprint.groups.items.map(({ id }) => id).sort()).toEqual(
    directory
      .groupsOf(guest?.id ?? "")
      .map(({ id }) => id)
      .sort(),
  );
  expect(footprint.appRoles.kind).toBe("read");
  expect(footprint.directoryRoles.kind).toBe("read");
  expect(footprint.ownedObjects.kind).toBe("read");
});

test("a footprint of nobody says that it could not be read", async () => {
  const footprint = await readFootprint(graph, "00000000-0000-4000-8000-000000000000");
  expect(footprint.groups).toEqual({ kind: "unreadable", because: "failed" });
});

test("the deleted guests are listed, the latest first, and no deleted member is", async () => {
  const deleted = await readDeletedGuests(graph);
  const truth = [...directory.deletedUsers.values()].filter(({ userType }) => userType === "Guest");
  expect(truth.length).toBeGreaterThan(0);
  expect(deleted.map(({ guest }) => guest.id).sort()).toEqual(truth.map(({ id }) => id).sort());
  const times = deleted.map(({ deletedAt }) => deletedAt ?? 0);
  expect(times).toEqual([...times].sort((one, other) => other - one));
});

test("the audit log says who invited a guest, as far as it reaches back", async () => {
  const invitation = directory.audits.find(
    ({ activityDisplayName }) => activityDisplayName === "Invite external user",
  );
  const guestId = invitation?.targetResources[0]?.id ?? "";
  const inviter = await readInviter(graph, guestId);
  expect(inviter?.id).toBe(invitation?.initiatedBy.user?.id);
  const isRecorded = (id: string) =>
    directory.audits.some(({ targetResources }) =>
      targetResources.some((target) => target.id === id),
    );
  const older = guests.find(({ id }) => !isRecorded(id));
  expect(await readInviter(graph, older?.id ?? "")).toBeNull();
});
