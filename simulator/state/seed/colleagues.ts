import type { User } from "../entities.ts";
import { newUser } from "../new-user.ts";
import { daysAgo, instant } from "./graph-instants.ts";
import { drawLatinPerson, drawPerson } from "./people.ts";
import type { Random } from "./random.ts";
import { unused, type Taken } from "./unused.ts";

/** Employees of the organization: those who stayed, those who left and those for emergencies. */
export interface Colleagues {
  active: User[];
  /** Their accounts are disabled. */
  left: User[];
  /** Their accounts lie among the deleted items. */
  deleted: User[];
  breakGlass: User[];
}

/** A tenth of the guests, but a few dozen at least and 5,000 at most; a dozen where there are no guests. */
export function colleagueCount(guests: number): number {
  return guests === 0 ? 12 : Math.min(5_000, Math.max(36, Math.round(guests / 10)));
}

export function drawColleagues(
  random: Random,
  guests: number,
  around: { domain: string; now: number; taken: Taken },
): Colleagues {
  const count = colleagueCount(guests);
  const breakGlass = [1, 2].map((number) => emergencyAccount(random, number, around));
  const everybody = Array.from({ length: count - breakGlass.length }, () =>
    employee(random, around),
  );
  const leavers = guests === 0 ? 1 : Math.max(3, Math.round(count * 0.06));
  const goners = guests === 0 ? 0 : Math.max(2, Math.round(count * 0.01));
  const left = everybody.slice(0, leavers);
  const deleted = Array.from({ length: goners }, () => employee(random, around));
  for (const user of left) user.accountEnabled = false;
  for (const user of deleted) {
    user.deletedDateTime = instant(daysAgo(around.now, random.between(1, 29)));
  }
  const active = everybody.slice(leavers);
  for (const user of active) user.managerId = random.chance(0.9) ? random.pick(active).id : null;
  for (const user of active) if (user.managerId === user.id) user.managerId = null;
  return { active, left, deleted, breakGlass };
}

function employee(
  random: Random,
  { domain, now, taken }: { domain: string; now: number; taken: Taken },
): User {
  const person = random.chance(0.8) ? drawLatinPerson(random) : drawPerson(random);
  const mailNickname = unused(person.plain, taken);
  const created = daysAgo(now, random.between(30, 3_600));
  const last = instant(daysAgo(now, random.between(0.1, 25)));
  return newUser(
    {
      id: random.guid(),
      displayName: person.displayName,
      givenName: person.givenName,
      surname: person.family,
      userPrincipalName: `${mailNickname}@${domain}`,
      department: random.pick(departments),
      jobTitle: random.pick(titles),
      country: person.country,
      usageLocation: "GB",
      preferredLanguage: person.language,
      createdDateTime: instant(created),
      onPremisesSyncEnabled: random.chance(0.4) ? true : null,
      signIns: { lastAttemptAt: last, lastSuccessAt: last, lastNonInteractiveAt: last },
    },
    { domain, now },
  );
}

function emergencyAccount(
  random: Random,
  number: number,
  { domain, now, taken }: { domain: string; now: number; taken: Taken },
): User {
  const mailNickname = unused(`breakglass-${number}`, taken);
  return newUser(
    {
      id: random.guid(),
      displayName: `Break-glass ${number}`,
      userPrincipalName: `${mailNickname}@${domain}`,
      mail: null,
      createdDateTime: instant(daysAgo(now, 1_500)),
      jobTitle: "Emergency access account",
    },
    { domain, now },
  );
}

const departments = [
  "Procurement",
  "Engineering",
  "Legal",
  "Finance",
  "Marketing",
  "IT",
  "Operations",
  "Research",
  "Sales",
];
const titles = [
  "Project Manager",
  "Engineer",
  "Buyer",
  "Counsel",
  "Analyst",
  "Team Lead",
  "Architect",
  "Assistant",
  "Director",
];
