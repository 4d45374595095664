/** One of several, or a failed test. */
export function nth<T>(from: readonly T[], index: number): T {
  const found = from[index];
  if (found === undefined) throw new RangeError(`There is no ${index} of ${from.length}.`);
  return found;
}
