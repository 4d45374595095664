import { appRoles } from "../defaults.ts";
import type { User } from "../entities.ts";
import { newGuest, newUser } from "../new-user.ts";
import type { Persona } from "../persona.ts";
import type { RoleKey } from "../roles.ts";
import { daysAgo, instant } from "./graph-instants.ts";
import type { Random } from "./random.ts";

interface Cast {
  name: string;
  title: string;
  about: string;
  roles: readonly RoleKey[];
  appRoles: readonly string[];
  canConsentForAll?: boolean;
  guest?: boolean;
}

/** The people whom the sign-in page offers, in its order. */
const cast: readonly Cast[] = [
  {
    name: "Grace Okafor",
    title: "Identity Governance Lead",
    about:
      "Governance administrator: reviews, removes and restores guests. The organization lets her consent for everybody.",
    roles: ["identityGovernanceAdministrator", "userAdministrator", "securityReader"],
    appRoles: [appRoles.administrator],
    canConsentForAll: true,
  },
  {
    name: "Uma Lindqvist",
    title: "Directory Operations Engineer",
    about: "User administrator: blocks, removes and restores guests.",
    roles: ["userAdministrator", "securityReader"],
    appRoles: [appRoles.operator],
  },
  {
    name: "Ivan Petrov",
    title: "Partner Coordinator",
    about: "Guest inviter: invites and resends, but may not block or remove.",
    roles: ["guestInviter", "directoryReaders"],
    appRoles: [appRoles.operator],
  },
  {
    name: "Priya Raman",
    title: "Privileged Access Engineer",
    about: "Privileged role administrator: assigns directory roles and may consent for everybody.",
    roles: ["privilegedRoleAdministrator", "reportsReader"],
    appRoles: [appRoles.operator],
    canConsentForAll: true,
  },
  {
    name: "Manuel Ortega",
    title: "Procurement Manager",
    about: "A manager who only approves: no directory role.",
    roles: [],
    appRoles: [appRoles.reader],
  },
  {
    name: "Rhea Castellanos",
    title: "Internal Auditor",
    about: "Global reader: sees everything, changes nothing.",
    roles: ["globalReader"],
    appRoles: [appRoles.reader],
  },
  {
    name: "Nora Whitfield",
    title: "Sales Associate",
    about: "A colleague without any role in the directory or in the product.",
    roles: [],
    appRoles: [],
  },
  {
    name: "Gil Marchetti",
    title: "Consultant",
    about: "A guest of the organization, without any role.",
    roles: [],
    appRoles: [],
    guest: true,
  },
  {
    name: "Adele Fontaine",
    title: "Head of IT",
    about: "Global administrator: may do everything and consent for everybody.",
    roles: ["globalAdministrator"],
    appRoles: [appRoles.administrator],
    canConsentForAll: true,
  },
];

/** A persona with the directory object and the directory roles that go with it. */
export interface Cameo {
  persona: Persona;
  user: User;
  roles: readonly RoleKey[];
}

export function castPersonas(random: Random, domain: string, now: number): Cameo[] {
  return cast.map((member) => {
    const user = member.guest
      ? guest(member, random, domain, now)
      : colleague(member, random, domain, now);
    return {
      user,
      roles: member.roles,
      persona: {
        userId: user.id,
        name: member.name,
        username: member.guest ? (user.mail ?? "") : user.userPrincipalName,
        about: member.about,
        appRoles: [...member.appRoles],
        canConsentForAll: member.canConsentForAll ?? false,
      },
    };
  });
}

function colleague(member: Cast, random: Random, domain: string, now: number): User {
  const userPrincipalName = `${local(member.name)}@${domain}`;
  return newUser(
    {
      ...who(member, random),
      userPrincipalName,
      jobTitle: member.title,
      companyName: null,
      usageLocation: "GB",
      preferredLanguage: "en-GB",
      createdDateTime: instant(daysAgo(now, random.between(400, 1_800))),
      signIns: today(random, now),
    },
    { domain, now },
  );
}

function guest(member: Cast, random: Random, domain: string, now: number): User {
  const created = instant(daysAgo(now, 240));
  return newGuest(
    {
      ...who(member, random),
      mail: `${local(member.name)}@brightwaterconsulting.example`,
      companyName: "Brightwater Consulting",
      createdDateTime: created,
      externalUserStateChangeDateTime: created,
      signIns: today(random, now),
    },
    { domain, now },
  );
}

function who(member: Cast, random: Random): Partial<User> {
  const [givenName = "", surname = ""] = member.name.split(" ");
  return { id: random.guid(), displayName: member.name, givenName, surname };
}

function today(random: Random, now: number): NonNullable<User["signIns"]> {
  const at = instant(daysAgo(now, random.between(0.1, 0.9)));
  return { lastAttemptAt: at, lastSuccessAt: at, lastNonInteractiveAt: at };
}

function local(name: string): string {
  return name.toLowerCase().replace(" ", ".");
}
