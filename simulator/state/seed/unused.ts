/** How often each name was asked for. Names hold no digits at their end, so a numbered one is nobody's own. */
export type Taken = Map<string, number>;

/** The name itself, or with the next number when others have it; it is taken from then on. */
export function unused(name: string, taken: Taken, before = ""): string {
  const key = name + before;
  const times = (taken.get(key) ?? 0) + 1;
  taken.set(key, times);
  return times === 1 ? key : `${name}${times}${before}`;
}
