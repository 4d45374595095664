import { createHash } from "node:crypto";

/** SHA-256 of nothing: the root of a tree without leaves. */
export const EMPTY_ROOT: Buffer = createHash("sha256").digest();

/** The hash of a leaf (RFC 6962, section 2.1). */
export function leafHash(data: Uint8Array): Buffer {
  return createHash("sha256").update(LEAF).update(data).digest();
}

/** The hash over two subtrees (RFC 6962, section 2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash("sha256").update(NODE).update(left).update(right).digest();
}

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** The largest power of two that is smaller than this size. */
export function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** A tree that grows leaf by leaf and keeps only the complete subtrees along its right edge. */
export class GrowingTree {
  readonly #edge: { readonly height: number; readonly hash: Buffer }[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds a leaf; `completed` is told each subtree that is complete by it, with its height and place. */
  add(leaf: Buffer, completed?: (height: number, place: number, hash: Buffer) => void): void {
    let hash = leaf;
    let height = 0;
    this.#size += 1;
    for (let last = this.#edge.at(-1); last?.height === height; last = this.#edge.at(-1)) {
      this.#edge.pop();
      hash = nodeHash(last.hash, hash);
      height += 1;
      completed?.(height, this.#size / 2 ** height - 1, hash);
    }
    this.#edge.push({ height, hash });
  }

  root(): Buffer {
    const [last, ...rest] = this.#edge.map(({ hash }) => hash).reverse();
    if (last === undefined) return EMPTY_ROOT;
    return rest.reduce((right, left) => nodeHash(left, right), last);
  }
}

/** The root that follows from a leaf and its path; null where the path has not the length that it must have. */
export function rootOfPath(
  index: number,
  size: number,
  leaf: Uint8Array,
  path: readonly Uint8Array[],
): Buffer | null {
  if (!(index >= 0 && index < size)) return null;
  const sides = sidesOf(index, 0, size);
  if (sides.length !== path.length) return null;
  let hash: Uint8Array = leaf;
  for (const [at, isLeft] of sides.entries()) {
    const other = path[at] ?? leaf;
    hash = isLeft ? nodeHash(other, hash) : nodeHash(hash, other);
  }
  return Buffer.from(hash);
}

/** For each step from a leaf up to the root, whether the other hash stands left of it. */
function sidesOf(index: number, start: number, end: number): readonly boolean[] {
  if (end - start === 1) return [];
  const middle = start + splitOf(end - start);
  return index < middle
    ? [...sidesOf(index, start, middle), false]
    : [...sidesOf(index, middle, end), true];
}

/** Whether a tree of `size` with this root goes on from the one of `earlierSize` (RFC 6962, section 2.1.2). */
export function isExtension(
  earlier: { readonly size: number; readonly root: Uint8Array },
  later: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (earlier.size > later.size) return false;
  if (earlier.size === later.size) {
    return proof.length === 0 && Buffer.compare(earlier.root, later.root) === 0;
  }
  if (earlier.size === 0) return proof.length === 0;
  const left = [...proof];
  const roots = rootsOf(earlier, 0, later.size, true, left);
  return (
    roots !== null &&
    left.length === 0 &&
    Buffer.compare(roots.earlier, earlier.root) === 0 &&
    Buffer.compare(roots.later, later.root) === 0
  );
}

/** Both roots that follow from the hashes of a proof, which are taken from its front. */
function rootsOf(
  earlier: { readonly size: number; readonly root: Uint8Array },
  start: number,
  end: number,
  isWhole: boolean,
  proof: Uint8Array[],
): { readonly earlier: Uint8Array; readonly later: Uint8Array } | null {
  if (end === earlier.size) {
    const own = isWhole ? earlier.root : proof.shift();
    return own === undefined ? null : { earlier: own, later: own };
  }
  const middle = start + splitOf(end - start);
  if (earlier.size <= middle) {
    const inner = rootsOf(earlier, start, middle, isWhole, proof);
    const right = proof.shift();
    if (inner === null || right === undefined) return null;
    return { earlier: inner.earlier, later: nodeHash(inner.later, right) };
  }
  const inner = rootsOf(earlier, middle, end, false, proof);
  const left = proof.shift();
  if (inner === null || left === undefined) return null;
  return { earlier: nodeHash(left, inner.earlier), later: nodeHash(left, inner.later) };
}
