import { badRequest } from "../errors.ts";

export type Body = Readonly<Record<string, unknown>>;

/** The object under a name; refuses anything else, and members it does not know. */
export function objectAt(body: Body, name: string, known?: readonly string[]): Body {
  return objectFrom(body[name], name, known);
}

export function objectFrom(value: unknown, name: string, known?: readonly string[]): Body {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw badRequest(`A value is required for property '${name}'.`);
  }
  const unknown = Object.keys(value).find(
    (each) => known !== undefined && !known.includes(each) && !each.includes("@"),
  );
  if (unknown !== undefined) throw badRequest(`Invalid property '${unknown}' in '${name}'.`);
  return value as Body;
}

/** The list under a name; empty when absent or null. */
export function listAt(body: Body, name: string): readonly unknown[] {
  const value = body[name] ?? [];
  if (!Array.isArray(value)) throw badRequest(`The property '${name}' must be a collection.`);
  return value;
}

export function flagAt(body: Body, name: string): boolean {
  const value = body[name] ?? false;
  if (typeof value !== "boolean") throw badRequest(`The property '${name}' must be a boolean.`);
  return value;
}

export function wholeAt(body: Body, name: string, from: number, to: number): number {
  const value = body[name];
  if (typeof value !== "number" || !Number.isInteger(value) || value < from || value > to) {
    throw badRequest(`The property '${name}' must be a whole number from ${from} to ${to}.`);
  }
  return value;
}

export function textAt(body: Body, name: string, longest: number): string {
  const value = body[name] ?? "";
  if (typeof value !== "string") throw badRequest(`The property '${name}' must be a string.`);
  if (value.length > longest) {
    throw badRequest(`The property '${name}' may have at most ${longest} characters.`);
  }
  return value;
}

/** Days of an ISO 8601 duration of whole days such as `P30D`; `PT0S` are none. */
export function daysAt(body: Body, name: string, most: number): number | null {
  const value = body[name] ?? null;
  if (value === null) return null;
  const found = typeof value === "string" ? /^(?:P(\d{1,4})D|PT0S)(?:T0S)?$/.exec(value) : null;
  if (!found) throw badRequest(`The property '${name}' must be a duration in days, such as P30D.`);
  const days = Number(found[1] ?? 0);
  if (days > most) throw badRequest(`The property '${name}' may be at most P${most}D.`);
  return days;
}
