/** Anything that JSON can say. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json };

/** Whether two values are equal, whatever the order of their members. */
export function isSameJson(one: Json, other: Json): boolean {
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object") {
    return one === other;
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const members = new Map<string, Json>(Object.entries(other));
  return (
    Object.keys(one).length === members.size &&
    Object.entries(one).every(([name, value]: [string, Json]) => {
      const same = members.get(name);
      return same !== undefined && isSameJson(value, same);
    })
  );
}
