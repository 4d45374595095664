import type { Directory } from "../directory.ts";
import type { Group, User } from "../entities.ts";
import type { AuditRecord, AuditTarget } from "../logs.ts";
import { daysAgo } from "./graph-instants.ts";
import type { Random } from "./random.ts";

/** How long a P1 or P2 tenant keeps its audit log: https://learn.microsoft.com/entra/identity/monitoring-health/reference-reports-data-retention */
export const retentionDays = 30;

type AuditedChange = Pick<
  AuditRecord,
  "activityDisplayName" | "category" | "loggedByService" | "operationType" | "additionalDetails"
> & { targets: AuditTarget[] };

/** Fills the audit log with how the guests of the last 30 days came, joined and went; oldest record first. */
export function writeAuditTrail(
  random: Random,
  directory: Directory,
  actors: readonly User[],
  now: number,
): void {
  const since = daysAgo(now, retentionDays);
  const within = (at: string | null): at is string => at !== null && Date.parse(at) >= since;
  const records: AuditRecord[] = [];
  const note = (at: number, by: User, change: AuditedChange) =>
    records.push(record(random, at, by, change));
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const everybody = [...directory.users.values(), ...directory.deletedUsers.values()];
  for (const guest of everybody) {
    if (guest.externalUserState === null) continue;
    const { createdDateTime: created, externalUserStateChangeDateTime: redeemed } = guest;
    const inviter = byId.get(guest.sponsorIds[0] ?? "") ?? random.pick(actors);
    if (within(created)) note(Date.parse(created), inviter, invited(random, guest));
    if (guest.externalUserState === "Accepted" && within(redeemed)) {
      note(Date.parse(redeemed), guest, redeemedBy(guest));
    }
    if (within(created) && random.chance(0.3)) {
      const at = Date.parse(created) + random.share() * (now - Date.parse(created));
      for (const group of directory.groupsOf(guest.id).slice(0, 1)) {
        note(at, inviter, joined(guest, group));
      }
    }
    if (within(guest.deletedDateTime)) {
      note(Date.parse(guest.deletedDateTime), random.pick(actors), deleted(guest));
    }
  }
  records.sort((a, b) => (a.activityDateTime < b.activityDateTime ? -1 : 1));
  for (const each of records) directory.audits.push(each);
}

function record(
  random: Random,
  at: number,
  by: User,
  { targets, ...change }: AuditedChange,
): AuditRecord {
  const correlationId = random.guid();
  return {
    id: `Directory_${correlationId}_${1 + random.below(99_999)}`,
    correlationId,
    result: "success",
    resultReason: "",
    activityDateTime: new Date(at).toISOString(),
    initiatedBy: {
      user: { id: by.id, displayName: by.displayName, userPrincipalName: by.userPrincipalName },
      app: null,
    },
    targetResources: targets,
    ...change,
  };
}

function target(
  user: User,
  modifiedProperties: AuditTarget["modifiedProperties"] = [],
): AuditTarget {
  return {
    id: user.id,
    displayName: user.displayName,
    type: "User",
    userPrincipalName: user.userPrincipalName,
    modifiedProperties,
  };
}

// The words are those of https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities
function invited(random: Random, guest: User): AuditedChange {
  return {
    activityDisplayName: "Invite external user",
    category: "UserManagement",
    loggedByService: "Invited Users",
    operationType: "Add",
    targets: [target(guest)],
    additionalDetails: [
      { key: "InvitationId", value: random.guid() },
      { key: "invitedUserEmailAddress", value: guest.mail ?? "" },
    ],
  };
}

function redeemedBy(guest: User): AuditedChange {
  return {
    activityDisplayName: "Redeem external user invite",
    category: "UserManagement",
    loggedByService: "B2B Auth",
    operationType: "Update",
    targets: [target(guest)],
    additionalDetails: [],
  };
}

function joined(guest: User, group: Group): AuditedChange {
  const property = (displayName: string, value: string) => ({
    displayName,
    oldValue: null,
    newValue: JSON.stringify(value),
  });
  return {
    activityDisplayName: "Add member to group",
    category: "GroupManagement",
    loggedByService: "Core Directory",
    operationType: "Assign",
    targets: [
      target(guest, [
        property("Group.ObjectID", group.id),
        property("Group.DisplayName", group.displayName),
      ]),
      {
        id: group.id,
        displayName: group.displayName,
        type: "Group",
        userPrincipalName: null,
        modifiedProperties: [],
      },
    ],
    additionalDetails: [],
  };
}

function deleted(guest: User): AuditedChange {
  return {
    activityDisplayName: "Delete user",
    category: "UserManagement",
    loggedByService: "Core Directory",
    operationType: "Delete",
    targets: [target(guest)],
    additionalDetails: [],
  };
}
