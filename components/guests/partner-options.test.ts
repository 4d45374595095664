import { expect, test } from "vitest";
import { partnerOptions, partnerWord } from "./partner-options";

test("A partner with subdomains is offered with all of them, and alone", () => {
  const options = partnerOptions([
    { partner: "velvale.example", count: 122 },
    { partner: "mail.velvale.example", count: 94 },
    { partner: "notvelvale.example", count: 50 },
    { partner: "a.mail.velvale.example", count: 2 },
  ]);
  expect(options.map(({ word, count }) => `${word} (${count})`)).toEqual([
    "velvale.example and its subdomains (218)",
    "velvale.example (122)",
    "mail.velvale.example and its subdomains (96)",
    "mail.velvale.example (94)",
    "notvelvale.example (50)",
    "a.mail.velvale.example (2)",
  ]);
});

test("Subdomains of a domain that is no partner itself stand alone", () => {
  const options = partnerOptions([
    { partner: "mail.velvale.example", count: 2 },
    { partner: "", count: 1 },
  ]);
  expect(options.map(({ word }) => word)).toEqual(["mail.velvale.example", "Unknown"]);
});

test("What an address asks for has the same words", () => {
  expect(["*.velvale.example", "velvale.example", ""].map(partnerWord)).toEqual([
    "velvale.example and its subdomains",
    "velvale.example",
    "Unknown",
  ]);
});
