import type { NewEntry } from "@/lib/contract/entries";
import type { Operation } from "@/lib/domain/operation";

/** The entry of an operation has its id: recording it twice is recording it once. */
export function plannedEntry(operation: Operation): Extract<NewEntry, { kind: "planned" }> {
  const { id, steps } = operation;
  return { id, kind: "planned", operation: { ...operation, steps: [...steps] } };
}
