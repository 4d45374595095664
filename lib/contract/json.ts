import type { Json } from "@/lib/domain/json";

/** How deep a value may be nested: walking it, here and in the database, must not overflow a stack. */
const DEPTH_MAX = 32;

/** Whether a value is JSON that survives storing and reading unchanged. */
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
