import { advanceReviews } from "../state/access-reviews/advance-reviews.ts";
import { reviewsOf } from "../state/access-reviews/reviews-of.ts";
import type { Instance } from "../state/access-reviews/rows.ts";
import type { Group } from "../state/entities.ts";
import { daysAgo, instant } from "../state/seed/graph-instants.ts";
import { Random } from "../state/seed/random.ts";
import type { Tenant } from "../state/tenant.ts";
import { completeGroups } from "./demo-groups.ts";
import { type Ask, inThePast } from "./past.ts";
import { denyAndApply, guestsOf, guestsOfEachGroup, owners, person } from "./review-bodies.ts";

const definitions = "/identityGovernance/accessReviews/definitions";
/** Fewer people have too little to review; more would only make the start slow. */
const FEWEST_PEOPLE = 100;
const MOST_PEOPLE = 50_000;

interface House {
  tenant: Tenant;
  random: Random;
  now: number;
  governor: string;
  manager: string;
}

/**
 * Gives a seeded organization a life of access reviews: some over and applied as far as they could be, one that runs
 * over every group, one that is to come. The same seed and the same present give the same reviews.
 */
export async function holdReviews(
  tenant: Tenant,
  seed: number,
  now = tenant.clock.now(),
): Promise<void> {
  const { directory } = tenant;
  const { size } = directory.users;
  if (size < FEWEST_PEOPLE || size > MOST_PEOPLE) return;
  const random = new Random(`${seed}/${tenant.id}/reviews`);
  const [governor, manager] = ["Grace Okafor", "Manuel Ortega"].map((name) => idOf(tenant, name));
  if (governor === undefined || manager === undefined) return;
  const house: House = { tenant, random, now, governor, manager };
  const { newId } = directory;
  directory.newId = () => random.guid();
  try {
    const groups = completeGroups(tenant, random, { now, managerId: manager });
    await holdOnce(house, { group: groups.nested, days: 80, finishes: false });
    if (groups.dynamic) await holdOnce(house, { group: groups.dynamic, days: 66, finishes: true });
    if (groups.synced) await holdOnce(house, { group: groups.synced, days: 52, finishes: false });
    await beginQuarter(house);
    await planMonths(house, groups.plain);
    await inThePast(tenant, now, () => {
      advanceReviews(directory);
    });
  } finally {
    directory.newId = newId;
  }
  // Nobody who tests asks about what was before they came.
  directory.effects.length = 0;
  directory.audits.sort((a, b) => (a.activityDateTime < b.activityDateTime ? -1 : 1));
}

function idOf({ personas }: Tenant, name: string): string | undefined {
  return personas.find((persona) => persona.name === name)?.userId;
}

interface Held {
  group: Group;
  /** How many days ago it began. */
  days: number;
  /** Whether the manager followed the recommendation for the remaining guests. */
  finishes: boolean;
}

/**
 * A review of one group that ended long ago: the manager kept some people and denied some; nobody knew who came
 * through a group inside it, and those who were left over were denied by default.
 */
async function holdOnce(house: House, { group, days, finishes }: Held): Promise<void> {
  const { tenant, random, now, governor, manager } = house;
  const begun = daysAgo(now, days);
  const latecomers = leaveOut(tenant, group, begun);
  const id = await inThePast(tenant, begun, (ask) =>
    create(ask, governor, {
      displayName: `${group.displayName}, once`,
      descriptionForAdmins: "Asked for by internal audit.",
      descriptionForReviewers: "Does this person still need what is in here?",
      ...guestsOf(group.id),
      reviewers: [person(manager)],
      settings: denyAndApply(14),
    }),
  );
  for (const memberId of latecomers) tenant.directory.addMember(group, memberId);
  const [instance] = instancesOf(house, id);
  if (!instance) return;
  await inThePast(tenant, daysAgo(now, days - 4), async (ask) => {
    for (const { principal } of instance.decisions.slice(0, 40)) {
      const decision = random.weighted(answers);
      if (decision === "none" || !group.memberIds.has(principal.id)) continue;
      await answer(ask, instance, manager, principal.id, decision);
    }
    if (finishes) await ask(manager, "POST", `${pathOf(instance)}/acceptRecommendations`);
  });
  await inThePast(tenant, daysAgo(now, days - 15), () => {
    advanceReviews(tenant.directory);
  });
}

const answers = [
  ["Approve", 50],
  ["Deny", 20],
  ["none", 30],
] as const;

/** Guests who came later were not in the group yet. */
function leaveOut({ directory }: Tenant, group: Group, at: number): string[] {
  const begun = instant(at);
  const late = [...group.memberIds].filter(
    (id) => (directory.users.get(id)?.createdDateTime ?? "") > begun,
  );
  for (const id of late) directory.removeMember(group, id);
  return late;
}

/** Every Microsoft 365 group, since five days; some owners have answered, the manager has not finished. */
async function beginQuarter(house: House): Promise<void> {
  const { tenant, random, now, governor, manager } = house;
  const from = dayOf(daysAgo(now, 5));
  const id = await inThePast(tenant, daysAgo(now, 6), (ask) =>
    create(ask, governor, {
      displayName: "Guests in all groups, every quarter",
      descriptionForAdmins: "The quarter's guest review.",
      descriptionForReviewers: "Who of these guests still works with your group?",
      ...guestsOfEachGroup,
      reviewers: [owners],
      fallbackReviewers: [person(governor)],
      settings: denyAndApply(14, { months: 3, from }),
    }),
  );
  await inThePast(tenant, daysAgo(now, 3), async (ask) => {
    advanceReviews(tenant.directory);
    let left = 300;
    for (const instance of instancesOf(house, id)) {
      const reviewer = [...instance.contacted.keys()].find((each) => each !== governor);
      if (reviewer === undefined || left === 0) continue;
      left -= 1;
      if (reviewer !== manager && random.chance(0.4)) {
        await ask(reviewer, "POST", `${pathOf(instance)}/acceptRecommendations`);
      } else if (random.chance(0.5)) {
        for (const { principal } of instance.decisions.slice(0, 2)) {
          await answer(ask, instance, reviewer, principal.id, random.pick(["Approve", "Deny"]));
        }
      }
    }
  });
}

/** One group, each month from next week on. */
async function planMonths({ tenant, now, governor, manager }: House, group: Group): Promise<void> {
  const from = dayOf(daysAgo(now, -8));
  await inThePast(tenant, daysAgo(now, 2), (ask) =>
    create(ask, governor, {
      displayName: `${group.displayName}, every month`,
      descriptionForAdmins: "Begins with the new contract.",
      descriptionForReviewers: "Who still needs access?",
      ...guestsOf(group.id),
      reviewers: [person(manager)],
      settings: denyAndApply(7, { months: 1, from }),
    }),
  );
}

async function create(ask: Ask, governor: string, body: unknown): Promise<string> {
  const made = (await ask(governor, "POST", definitions, body)) as { id: string };
  // Whatever is to begin at once begins before anybody asks again.
  await ask(governor, "GET", `${definitions}/${made.id}`);
  return made.id;
}

async function answer(
  ask: Ask,
  instance: Instance,
  reviewer: string,
  principalId: string,
  decision: "Approve" | "Deny",
): Promise<void> {
  const justification = decision === "Approve" ? "Still on the project." : "The contract is over.";
  const body = { decision, justification, principalId };
  await ask(reviewer, "POST", `${pathOf(instance)}/batchRecordDecisions`, body);
}

/** The instances of a series, none of which knows of a sign-in that came after it had begun. */
function instancesOf({ tenant, random }: House, definitionId: string): Instance[] {
  const found = reviewsOf(tenant.directory).definitions.get(definitionId);
  const instances = [...(found?.instances.values() ?? [])];
  for (const { startAt, decisions } of instances) {
    for (const decision of decisions) {
      if (decision.lastSignInAt === null || Date.parse(decision.lastSignInAt) <= startAt) continue;
      decision.lastSignInAt = instant(daysAgo(startAt, random.between(0.2, 20)));
    }
  }
  return instances;
}

function pathOf({ definitionId, id }: Instance): string {
  return `${definitions}/${definitionId}/instances/${id}`;
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
