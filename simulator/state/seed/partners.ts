import type { GuestIssuer } from "../new-user.ts";
import { countries } from "./people.ts";
import type { Random } from "./random.ts";

/** An organization, or a public mail service, that guests come from. */
export interface Partner {
  /** Null for a public mail service: its people share an address book and nothing else. */
  companyName: string | null;
  domains: readonly string[];
  issuer: GuestIssuer;
  /** The home tenant, where there is one. */
  tenantId: string | null;
  country: string | null;
  guests: number;
}

/** How many of all guests the largest partner has sent. */
const largest = 0.18;

const mailServices: readonly (readonly [domain: string, issuer: GuestIssuer, share: number])[] = [
  ["gmail.com", "google", 0.055],
  ["outlook.com", "microsoft-account", 0.025],
  ["hotmail.com", "microsoft-account", 0.012],
  ["posteo.example", "one-time-passcode", 0.008],
];

/** Partners whose guests add up to the number asked for: one very large, some large, most with a handful or one. */
export function drawPartners(random: Random, guests: number): Partner[] {
  const services = mailServices.map(([domain, issuer, share]) => ({
    companyName: null,
    domains: [domain],
    issuer,
    tenantId: null,
    country: null,
    guests: Math.round(guests * share),
  }));
  const first = Math.round(guests * largest);
  const rest = guests - first - services.reduce((sum, { guests: own }) => sum + own, 0);
  const taken = new Set<string>();
  const organizations = [first, ...tail(rest)].map((size, rank) =>
    organization(random, size, rank, taken),
  );
  return [...organizations, ...services].filter((partner) => partner.guests > 0);
}

/** Sizes that fall like a power of the rank; what rounding leaves over are partners of one. */
function tail(guests: number): number[] {
  const count = Math.ceil(guests ** 0.72);
  const weights = Array.from({ length: count }, (_, rank) => (rank + 4) ** -1.35);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes: number[] = [];
  let left = guests;
  for (const weight of weights) {
    const size = Math.min(left, Math.max(1, Math.floor((weight / total) * guests * 0.93)));
    if (size > 0) sizes.push(size);
    left -= size;
  }
  while (left > 0) {
    sizes.push(1);
    left -= 1;
  }
  return sizes;
}

function organization(random: Random, guests: number, rank: number, taken: Set<string>): Partner {
  let words = companyWords(random);
  while (taken.has(words.join(""))) words = [...companyWords(random), random.pick(places)];
  taken.add(words.join(""));
  const domain = `${words.join("").toLowerCase()}.example`;
  const issuer = drawIssuer(random, domain, rank);
  return {
    companyName: `${words.join(" ")} ${random.pick(["Ltd", "GmbH", "Inc.", "AB", "S.A.", "Group", "& Co", "Pty Ltd"])}`,
    domains: guests > 30 ? [domain, `mail.${domain}`] : [domain],
    issuer,
    tenantId: issuer === "entra" ? random.guid() : null,
    country: random.weighted(countries),
    guests,
  };
}

function drawIssuer(random: Random, domain: string, rank: number): GuestIssuer {
  if (rank === 0) return "entra";
  if (rank === 3) return { federatedWith: domain };
  return random.weighted<GuestIssuer>([
    ["entra", 74],
    ["one-time-passcode", 18],
    [{ federatedWith: domain }, 8],
  ]);
}

function companyWords(random: Random): string[] {
  return [random.pick(starts) + random.pick(endings), random.pick(sectors)];
}

const list = (words: string): readonly string[] => words.split(" ");
const starts = list(
  "Nord Calder Bright Vel Ost Kestrel Marl Thorn Quill Ash Brun Cala Dun Elm Fjord Gale Hazel Iver Jun Kor Lark Mire Nacre Oak Pell Quar Rime Sable Tarn Ulver Vesper Wren Yar Zephyr Amber Birch Copper Drift",
);
const endings = list(
  "haven mar wick dale bridge mont stead ford lund vale crest holm gate field worth brook ton well shore peak",
);
const sectors = list(
  "Logistics Engineering Audit Legal Foods Textiles Marine Analytics Robotics Consulting Materials Biotech Freight Energy Insurance Design Media Optics Pharma Security Staffing Timber Travel Water Avionics Catering",
);
const places = list(
  "North South East West Pacific Baltic Alpine Coastal Central Highland Delta Harbour",
);
