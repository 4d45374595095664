import type { Group } from "../entities.ts";
import { newGroup } from "../new-group.ts";
import type { User } from "../entities.ts";
import { daysAgo, instant } from "./graph-instants.ts";
import type { Random } from "./random.ts";

type Kind =
  | "team"
  | "microsoft-365"
  | "dynamic"
  | "security"
  | "mail-enabled-security"
  | "synced"
  | "role-assignable";

/** One of each kind first, so that a small tenant has them all; then as often as in life. */
const firstKinds: readonly Kind[] = [
  "team",
  "microsoft-365",
  "role-assignable",
  "dynamic",
  "mail-enabled-security",
  "synced",
  "security",
];
const shares: readonly (readonly [Kind, number])[] = [
  ["team", 45],
  ["microsoft-365", 18],
  ["security", 20],
  ["dynamic", 3],
  ["mail-enabled-security", 6],
  ["synced", 7],
  ["role-assignable", 1],
];

export function groupCount(guests: number): number {
  return guests === 0 ? 3 : Math.min(4_000, 14 + Math.round(guests / 60));
}

/** A group before anybody is in it, with the set that its members are put into. */
export interface DraftGroup {
  group: Group;
  kind: Kind;
  members: Set<string>;
}

/** Groups with owners among the colleagues (some without any) and a few colleagues in each. */
export function drawGroups(
  random: Random,
  guests: number,
  around: { domain: string; now: number; colleagues: readonly User[] },
): DraftGroup[] {
  return Array.from({ length: groupCount(guests) }, (_, index) => {
    const kind = firstKinds[index] ?? random.weighted(shares);
    const members = new Set<string>();
    const group = newGroup({
      ...traits(kind, around.domain, index),
      id: random.guid(),
      createdDateTime: instant(daysAgo(around.now, random.between(30, 2_500))),
      memberIds: members,
      ...named(random, index),
    });
    const owners = index % 11 === 9 ? 0 : 1 + random.below(2);
    for (let each = 0; each < owners; each += 1)
      group.ownerIds.add(random.pick(around.colleagues).id);
    for (let each = 0; each < 3 + random.below(6); each += 1) {
      members.add(random.pick(around.colleagues).id);
    }
    return { group, kind, members };
  });
}

/** Each third security group holds another one, without a circle. */
export function nest(drafts: readonly DraftGroup[]): void {
  const plain = drafts.filter(({ kind }) => kind === "security" || kind === "synced");
  for (let index = 1; index < plain.length; index += 3) {
    const [inner, outer] = [plain[index - 1], plain[index]];
    if (inner !== undefined) outer?.members.add(inner.group.id);
  }
}

/** The groups that people are put into by hand or by rule, as guests are. */
export function openToGuests(drafts: readonly DraftGroup[]): DraftGroup[] {
  return drafts.filter(({ kind }) => kind !== "role-assignable" && kind !== "dynamic");
}

/** What the kind means in Graph: https://learn.microsoft.com/graph/api/resources/groups-overview */
function traits(kind: Kind, domain: string, index: number): Partial<Group> {
  const mail = `group-${index}@${domain}`;
  const unified = {
    groupTypes: ["Unified"],
    mail,
    mailEnabled: true,
    securityEnabled: false,
    visibility: "Private",
  };
  switch (kind) {
    case "team":
      return { ...unified, resourceProvisioningOptions: ["Team"] };
    case "microsoft-365":
      return unified;
    case "security":
      return {};
    case "dynamic":
      return { groupTypes: ["DynamicMembership"] };
    case "mail-enabled-security":
      return { mail, mailEnabled: true };
    case "synced":
      return { onPremisesSyncEnabled: true };
    case "role-assignable":
      return { isAssignableToRole: true, visibility: "Private" };
  }
}

function named(
  random: Random,
  index: number,
): Pick<Group, "displayName" | "description" | "mailNickname"> {
  const topic = `${random.pick(adjectives)} ${random.pick(nouns)}`;
  return {
    displayName: index < 400 ? topic : `${topic} ${index}`,
    description: random.chance(0.5) ? `People who work on ${topic}.` : null,
    mailNickname: `group-${index}`,
  };
}

const adjectives = [
  "Project",
  "Supplier",
  "Partner",
  "Regional",
  "Joint",
  "Atlas",
  "Compass",
  "Meridian",
  "Harbour",
  "Northern",
  "Digital",
  "Field",
];
const nouns = [
  "Onboarding",
  "Audit",
  "Rollout",
  "Design Review",
  "Procurement",
  "Data Room",
  "Support",
  "Pilot",
  "Steering",
  "Research",
  "Operations",
  "Migration",
  "Training",
  "Events",
];
