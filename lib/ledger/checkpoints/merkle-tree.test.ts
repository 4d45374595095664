import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  EMPTY_ROOT,
  GrowingTree,
  isExtension,
  leafHash,
  nodeHash,
  rootOfPath,
} from "./merkle-tree";

/** The inputs and roots that implementations of RFC 6962 are compared by (github.com/google/certificate-transparency). */
const INPUTS = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const leaves = (count: number) =>
  Array.from({ length: count }, (_, at) => leafHash(Buffer.from(`leaf ${at}`)));

/** The tree as RFC 6962 defines it, section 2.1: by splitting, not by growing. */
function rootBySplitting(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes;
  if (only === undefined) return createHash("sha256").digest();
  if (hashes.length === 1) return only;
  const split = 2 ** Math.floor(Math.log2(hashes.length - 1));
  return nodeHash(rootBySplitting(hashes.slice(0, split)), rootBySplitting(hashes.slice(split)));
}

/** PATH(m, D[n]) as section 2.1.1 defines it. */
function pathBySplitting(index: number, hashes: readonly Buffer[]): readonly Buffer[] {
  if (hashes.length <= 1) return [];
  const split = 2 ** Math.floor(Math.log2(hashes.length - 1));
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)];
  return index < split
    ? [...pathBySplitting(index, left), rootBySplitting(right)]
    : [...pathBySplitting(index - split, right), rootBySplitting(left)];
}

/** SUBPROOF(m, D[n], b) as section 2.1.2 defines it. */
function extensionBySplitting(
  size: number,
  hashes: readonly Buffer[],
  isWhole = true,
): readonly Buffer[] {
  if (size === hashes.length) return isWhole ? [] : [rootBySplitting(hashes)];
  const split = 2 ** Math.floor(Math.log2(hashes.length - 1));
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)];
  return size <= split
    ? [...extensionBySplitting(size, left, isWhole), rootBySplitting(right)]
    : [...extensionBySplitting(size - split, right, false), rootBySplitting(left)];
}

it("A growing tree has the roots that other implementations have", () => {
  const tree = new GrowingTree();
  expect(tree.root()).toEqual(EMPTY_ROOT);
  const roots = INPUTS.map((input) => {
    tree.add(leafHash(Buffer.from(input, "hex")));
    return tree.root().toString("hex");
  });
  expect(roots).toEqual(ROOTS);
});

it("A growing tree tells each complete subtree, with its height and place", () => {
  const all = leaves(20);
  const subtrees = new Map<string, string>();
  const tree = new GrowingTree();
  for (const leaf of all) {
    tree.add(leaf, (height, place, hash) => {
      subtrees.set(`${height}/${place}`, hash.toString("hex"));
    });
  }
  const expected = [1, 2, 3, 4].flatMap((height) =>
    Array.from({ length: Math.floor(20 / 2 ** height) }, (_, place): [string, string] => [
      `${height}/${place}`,
      rootBySplitting(all.slice(place * 2 ** height, (place + 1) * 2 ** height)).toString("hex"),
    ]),
  );
  expect(new Map([...subtrees].sort())).toEqual(new Map(expected.sort()));
});

describe("Of trees of up to 40 leaves", () => {
  const all = leaves(40);
  const rootAt = (size: number) => rootBySplitting(all.slice(0, size));

  it("each leaf's path leads to the root, and neither another leaf's nor a changed one does", () => {
    for (let size = 1; size <= all.length; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const path = pathBySplitting(index, all.slice(0, size));
        const leaf = all[index] ?? EMPTY_ROOT;
        expect(rootOfPath(index, size, leaf, path)).toEqual(rootAt(size));
        expect(rootOfPath(index, size, EMPTY_ROOT, path)).not.toEqual(rootAt(size));
        expect(rootOfPath(index, size, leaf, [...path, leaf])).toBeNull();
        if (size === 1) continue;
        expect(rootOfPath(index, size, leaf, path.slice(1))).toBeNull();
        const other = (index + 1) % size;
        expect(rootOfPath(other, size, leaf, path)).not.toEqual(rootAt(size));
      }
    }
  });

  it("each is shown to go on from each earlier one, and from no other", () => {
    for (let later = 1; later <= all.length; later += 1) {
      for (let earlier = 1; earlier <= later; earlier += 1) {
        const proof = extensionBySplitting(earlier, all.slice(0, later));
        const [one, other] = [
          { size: earlier, root: rootAt(earlier) },
          { size: later, root: rootAt(later) },
        ];
        expect(isExtension(one, other, proof), `${earlier} of ${later}`).toBe(true);
        expect(isExtension({ ...one, root: EMPTY_ROOT }, other, proof)).toBe(false);
        expect(isExtension(one, { ...other, root: EMPTY_ROOT }, proof)).toBe(false);
        expect(isExtension(one, other, [...proof, EMPTY_ROOT])).toBe(false);
        if (proof.length > 0) expect(isExtension(one, other, proof.slice(1))).toBe(false);
        if (earlier < later) expect(isExtension(other, one, proof)).toBe(false);
      }
    }
  });
});
