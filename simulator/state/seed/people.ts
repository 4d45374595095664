import { easternPeople } from "./people-eastern.ts";
import { latinPeople } from "./people-latin.ts";
import { rightToLeftPeople } from "./people-right-to-left.ts";
import type { Random } from "./random.ts";

interface Name {
  written: string;
  plain: string;
}

export interface Person {
  displayName: string;
  givenName: string;
  family: string;
  /** For the local part of an address: ASCII, lower case. */
  plain: string;
  language: string;
  country: string;
}

const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  æ: "ae",
  ð: "d",
  þ: "th",
  ı: "i",
  đ: "d",
};

const everybody = [...latinPeople, ...easternPeople, ...rightToLeftPeople].map((people) => ({
  ...people,
  givenName: names(people.givenName),
  family: names(people.family),
}));
const byWeight = everybody.map((people) => [people, people.weight] as const);
const latin = everybody.filter(({ language }) =>
  latinPeople.some((of) => of.language === language),
);
const latinByWeight = latin.map((people) => [people, people.weight] as const);
const ofCountry = new Map(everybody.map((people) => [people.country, people]));

/** Somebody who never was: from the country if its names are known, else from anywhere. */
export function drawPerson(random: Random, country?: string): Person {
  const local = country === undefined ? undefined : ofCountry.get(country);
  return named(random, local ?? random.weighted(byWeight));
}

/** Somebody whose name is written with Latin letters. */
export function drawLatinPerson(random: Random): Person {
  return named(random, random.weighted(latinByWeight));
}

export const countries: readonly (readonly [string, number])[] = everybody.map((people) => [
  people.country,
  people.weight,
]);

function named(random: Random, people: (typeof everybody)[number]): Person {
  const givenName = random.pick(people.givenName);
  const family = random.pick(people.family);
  return {
    displayName: people.familyFirst
      ? `${family.written} ${givenName.written}`
      : `${givenName.written} ${family.written}`,
    givenName: givenName.written,
    family: family.written,
    plain: `${givenName.plain}.${family.plain}`,
    language: people.language,
    country: people.country,
  };
}

function names(list: string): Name[] {
  return list.split(",").map((entry) => {
    const [written = "", plain] = entry.trim().split("=");
    return { written, plain: plain ?? withoutAccents(written) };
  });
}

function withoutAccents(written: string): string {
  return written
    .toLowerCase()
    .replace(/[ßøłæðþıđ]/g, (letter) => letters[letter] ?? "")
    .normalize("NFKD")
    .replace(/[^a-z0-9]/g, "");
}
