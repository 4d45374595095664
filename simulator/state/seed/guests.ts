import type { ObjectIdentity, User } from "../entities.ts";
import { guestIdentity, guestUpn, hostIdentity } from "../new-user.ts";
import type { Colleagues } from "./colleagues.ts";
import { daysAgo, instant } from "./graph-instants.ts";
import { drawDates, shares, type Dates, type Life } from "./lives.ts";
import { oddities, type Oddity } from "./oddities.ts";
import type { Partner } from "./partners.ts";
import { drawPerson, type Person } from "./people.ts";
import type { Random } from "./random.ts";
import { unused, type Taken } from "./unused.ts";

const waysIn = [
  ["Invitation", 977],
  ["SelfServiceSignUp", 20],
  ["EmailVerified", 3],
] as const;

export interface Setting {
  domain: string;
  now: number;
  taken: Taken;
  colleagues: Colleagues;
}

/** Nobody knows when the oldest accounts were created: https://learn.microsoft.com/graph/api/resources/user */
const createdUnknownBefore = Date.UTC(2018, 5, 1);

/** One guest for each place that the partners were given, in an order that says nothing about the partner. */
export function* drawGuests(
  random: Random,
  partners: readonly Partner[],
  setting: Setting,
): Generator<[guest: User, partner: Partner, rank: number]> {
  const order = places(partners);
  random.shuffle(order);
  const oddEvery = order.length < 60 ? Infinity : Math.floor(order.length / (oddities.length + 1));
  for (const [index, at] of order.entries()) {
    const partner = partners[at];
    if (partner === undefined) throw new RangeError(`no partner ${at}`);
    const oddity = index % oddEvery === 1 ? oddities[Math.floor(index / oddEvery)] : undefined;
    const life = random.weighted<Life>(shares);
    yield [drawGuest(random, partner, life, setting, oddity), partner, at];
  }
}

/** Somebody from another organization who counts as a member here, `#EXT#` in their name all the same. */
export function drawExternalMember(random: Random, partner: Partner, setting: Setting): User {
  const life = random.weighted<Life>([
    ["active", 6],
    ["stale", 3],
    ["never", 1],
  ]);
  const user = drawGuest(random, partner, life, setting);
  user.userType = "Member";
  return user;
}

/** A guest who was deleted within the last 30 days. */
export function drawDeletedGuest(random: Random, partner: Partner, setting: Setting): User {
  const life = random.weighted<Life>([
    ["stale", 5],
    ["pending", 2],
    ["never", 3],
  ]);
  const user = drawGuest(random, partner, life, setting);
  const since = daysAgo(setting.now, random.between(0.1, 29));
  const created = user.createdDateTime === null ? 0 : Date.parse(user.createdDateTime);
  user.deletedDateTime = instant(Math.max(since, created + 3_600_000));
  return user;
}

// One literal with every field: half a million of these must share one shape to stay small.
function drawGuest(
  random: Random,
  partner: Partner,
  life: Life,
  setting: Setting,
  oddity?: Oddity,
): User {
  const country = random.chance(0.7) ? partner.country : null;
  const person = drawPerson(random, country ?? undefined);
  const mail = unused(
    oddity?.local ?? person.plain,
    setting.taken,
    `@${random.pick(partner.domains)}`,
  );
  const userPrincipalName = guestUpn(mail, setting.domain);
  const dates = drawDates(random, life, setting.now);
  const unknownAge =
    dates.created < createdUnknownBefore ? random.chance(0.15) : random.chance(0.001);
  return {
    id: random.guid(),
    displayName: displayName(random, person, mail, oddity),
    givenName: life === "pending" ? null : person.givenName,
    surname: life === "pending" ? null : person.family,
    mail,
    otherMails: [mail],
    userPrincipalName,
    mailNickname: userPrincipalName.slice(0, userPrincipalName.indexOf("@")),
    userType: "Guest",
    accountEnabled: !random.chance(0.045),
    companyName: oddity?.companyName ?? (random.chance(0.75) ? partner.companyName : null),
    department: null,
    jobTitle: random.chance(0.15) ? "External consultant" : null,
    city: null,
    country: random.chance(0.3) ? person.country : null,
    usageLocation: null,
    preferredLanguage: random.chance(0.4) ? person.language : null,
    creationType: random.weighted(waysIn),
    externalUserState: dates.redeemed === null ? "PendingAcceptance" : "Accepted",
    externalUserStateChangeDateTime: instant(dates.redeemed ?? dates.created),
    createdDateTime: unknownAge ? null : instant(dates.created),
    deletedDateTime: null,
    identities: identities(random, partner, dates, mail, userPrincipalName, setting.domain),
    onPremisesSyncEnabled: null,
    signIns: dates.signIns,
    sponsorIds: sponsors(random, setting.colleagues),
    managerId: null,
    sessionsValidFrom: null,
  };
}

function displayName(random: Random, person: Person, mail: string, oddity?: Oddity): string {
  if (oddity !== undefined) return oddity.displayName;
  // A guest invited without a name is called by the local part of the address.
  return random.chance(0.06) ? mail.slice(0, mail.indexOf("@")) : person.displayName;
}

/** Until redemption there is only the identity of the host: https://learn.microsoft.com/entra/external-id/user-properties */
function identities(
  random: Random,
  partner: Partner,
  dates: Dates,
  mail: string,
  userPrincipalName: string,
  domain: string,
): ObjectIdentity[] {
  const host = hostIdentity(domain, userPrincipalName);
  if (dates.redeemed === null) return [host];
  const byCode = partner.issuer === "entra" && random.chance(0.02);
  return [guestIdentity(byCode ? "one-time-passcode" : partner.issuer, mail), host];
}

function sponsors(random: Random, { active, left, deleted }: Colleagues): string[] {
  const count = random.weighted([
    [0, 33],
    [1, 55],
    [2, 8],
    [3, 3],
    [5, 1],
  ] as const);
  const found = new Set<string>();
  for (let each = 0; each < count; each += 1) {
    const from = random.weighted([
      [active, 92],
      [left, 6],
      [deleted, 2],
    ] as const);
    if (from.length > 0) found.add(random.pick(from).id);
  }
  return [...found];
}

function places(partners: readonly Partner[]): Int32Array {
  const order = new Int32Array(partners.reduce((sum, { guests }) => sum + guests, 0));
  let place = 0;
  for (const [index, { guests }] of partners.entries()) {
    order.fill(index, place, place + guests);
    place += guests;
  }
  return order;
}
