import type { Json } from "@/lib/domain/json";

/** So deep may a value be nested: whoever walks it, here and in the database, has a stack that ends. */
const DEPTH_MAX = 32;

/** Whether a value is JSON that can be kept: what it holds arrives at a reader as it was. */
export function isJson(value: unknown, depth = 0): value is Json {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value);
    case "object":
      if (value === null) return true;
      return depth < DEPTH_MAX && Object.values(value).every((inner) => isJson(inner, depth + 1));
    default:
      return false;
  }
}
