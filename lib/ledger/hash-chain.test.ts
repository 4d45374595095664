import { createHash } from "node:crypto";
import { describe, expect, it, test } from "vitest";
import { canonicalJson, faultOf, GENESIS, hashOf, type Link } from "./hash-chain";
import { fingerprintOf, newCard } from "./card";

const TENANT = "11111111-2222-4333-8444-555555555555";

type Hashed = Link & { readonly hash: string };

function chainOf(length: number, tenant = TENANT): Hashed[] {
  const chain: Hashed[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const link: Link = {
      v: 1,
      tenant,
      seq,
      id: `00000000-0000-4000-8000-${String(seq).padStart(12, "0")}`,
      kind: "decided",
      recordedAt: Date.UTC(2026, 10, 20) + seq,
      actorId: TENANT,
      actorCard: "a".repeat(64),
      body: { reason: `because of ${seq}`, known: { b: 1, a: [seq] } },
      previous: chain.at(-1)?.hash ?? GENESIS,
    };
    chain.push({ ...link, hash: hashOf(link) });
  }
  return chain;
}

function altered(chain: readonly Hashed[], seq: number, change: Partial<Hashed>): Hashed[] {
  return chain.map((link) => (link.seq === seq ? { ...link, ...change } : link));
}

/** As one who can write the table would do it: with a hash that fits. */
function rehashed(chain: readonly Hashed[], seq: number, change: Partial<Hashed>): Hashed[] {
  return altered(chain, seq, change).map((link) =>
    link.seq === seq ? { ...link, hash: hashOf(link) } : link,
  );
}

describe("Canonical JSON", () => {
  test.each([
    ["sorts keys, at every depth", { b: { d: 1, c: 2 }, a: 3 }, '{"a":3,"b":{"c":2,"d":1}}'],
    [
      "sorts keys by UTF-16 code unit",
      { "\u20ac": 1, "\r": 2, "\u{1f600}": 3, "1": 4 },
      '{"\\r":2,"1":4,"€":1,"😀":3}',
    ],
    [
      "writes numbers as ECMAScript does",
      [1e21, 0.000001, -0, 333333333.3333333],
      "[1e+21,0.000001,0,333333333.3333333]",
    ],
    ["escapes only what must be", "€$\u000f\nA'B\"\\", '"€$\\u000f\\nA\'B\\"\\\\"'],
    ["keeps the order of lists", [3, 1, 2], "[3,1,2]"],
  ])("%s (RFC 8785)", (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it("refuses what has no JSON", () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
    expect(() => canonicalJson({ a: Number.NaN })).toThrow();
  });
});

describe("An entry's hash", () => {
  it("can be recomputed by anybody from the published rule", () => {
    const [link] = chainOf(1);
    if (link === undefined) throw new Error("The chain is empty.");
    const text =
      `{"actorCard":"${"a".repeat(64)}","actorId":"${TENANT}","body":{"known":{"a":[1],"b":1},"reason":"because of 1"},` +
      `"id":"${link.id}","kind":"decided","previous":"${GENESIS}","recordedAt":"2026-11-20T00:00:00.001Z",` +
      `"seq":1,"tenant":"${TENANT}","v":1}`;
    expect(link.hash).toBe(createHash("sha256").update(text).digest("hex"));
  });
});

/** The first link that does not follow on the one before it; null where all do. */
function firstFault(chain: readonly Hashed[]) {
  let [length, head] = [0, GENESIS];
  for (const link of chain) {
    const because = faultOf(link, TENANT, length, head);
    if (because !== null) return { seq: link.seq, because };
    [length, head] = [link.seq, link.hash];
  }
  return null;
}

describe("Following a chain", () => {
  it("finds an untouched one whole, and an empty one too", () => {
    const chain = chainOf(20);
    expect(firstFault(chain)).toBeNull();
    expect(firstFault([])).toBeNull();
  });

  const chain = chainOf(20);
  test.each<[string, Hashed[], number, string]>([
    ["a changed body", altered(chain, 7, { body: {} }), 7, "altered"],
    ["a changed time", altered(chain, 7, { recordedAt: 0 }), 7, "altered"],
    ["a changed actor", altered(chain, 7, { actorId: GENESIS }), 7, "altered"],
    ["a changed actor's card", altered(chain, 7, { actorCard: GENESIS }), 7, "altered"],
    ["a changed kind", altered(chain, 7, { kind: "policy-set" }), 7, "altered"],
    ["a changed id", altered(chain, 7, { id: TENANT }), 7, "altered"],
    ["a changed version", altered(chain, 7, { v: 2 }), 7, "altered"],
    ["a changed hash", altered(chain, 7, { hash: GENESIS }), 7, "altered"],
    ["a rewritten entry with a hash that fits", rehashed(chain, 7, { body: {} }), 8, "broken-link"],
    ["a missing entry", chain.filter(({ seq }) => seq !== 7), 8, "gap"],
    ["a missing beginning", chain.slice(1), 2, "gap"],
    ["a doubled entry", [...chain.slice(0, 7), ...chain.slice(6)], 7, "gap"],
    [
      "two entries in the wrong order",
      [...chain.slice(0, 6), ...chain.slice(7, 8), ...chain.slice(6, 7), ...chain.slice(8)],
      8,
      "gap",
    ],
    [
      "another tenant's entry",
      [...chain.slice(0, 6), ...chainOf(7, GENESIS).slice(6)],
      7,
      "other-tenant",
    ],
    [
      "another tenant's chain under our name",
      rehashed(chainOf(1, GENESIS), 1, {}),
      1,
      "other-tenant",
    ],
  ])("names the first bad link: %s", (_, broken, seq, because) => {
    expect(firstFault(broken)).toEqual({ seq, because });
  });
});

describe("A card", () => {
  const person = { subjectId: TENANT, displayName: "Ada", mail: "ada@partner.example" };

  it("is salted: the same person twice gives two fingerprints", () => {
    expect(newCard(person).fingerprint).not.toBe(newCard(person).fingerprint);
  });

  it("is proven by its fingerprint: another name under the same salt gives another", () => {
    const card = newCard(person);
    expect(fingerprintOf(card)).toBe(card.fingerprint);
    expect(fingerprintOf({ ...card, displayName: "Eve" })).not.toBe(card.fingerprint);
    expect(fingerprintOf({ ...card, mail: null })).not.toBe(card.fingerprint);
  });
});
