/**
 * Two sorted runs as one. The right one is short beside the left, so its rows look for their places by halving, and
 * what lies between is copied as it is.
 */
export function merged(
  left: Uint32Array<ArrayBuffer>,
  right: Uint32Array<ArrayBuffer>,
  compare: (a: number, b: number) => number,
): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(left.length + right.length);
  let from = 0;
  let to = 0;
  for (const row of right) {
    const place = placeOf(row, left, from, compare);
    rows.set(left.subarray(from, place), to);
    to += place - from;
    rows[to] = row;
    to += 1;
    from = place;
  }
  rows.set(left.subarray(from), to);
  return rows;
}

function placeOf(
  row: number,
  sorted: Uint32Array,
  from: number,
  compare: (a: number, b: number) => number,
): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sorted[middle] ?? 0, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
