import type { Operation, OperationKind } from "@/lib/domain/operation";
import { objectIn } from "./crowded-tenant";

const UNDONE_BY: Partial<Record<OperationKind, readonly OperationKind[]>> = {
  block: ["unblock"],
  unblock: ["block"],
  remove: ["restore"],
  restore: ["remove"],
  "add-member": ["remove-member"],
  "remove-member": ["add-member"],
  "change-review": ["change-review"],
  "apply-instance": [],
  "answer-item": ["answer-item", "reset-instance", "accept-recommendations"],
  "accept-recommendations": ["reset-instance"],
};

/** Whether another operation, or somebody in the portal, undid an operation after its first effect and before its last. */
export function isUndoneInBetween(
  operation: Operation,
  operations: ReadonlyMap<string, Operation>,
  journal: readonly string[],
): boolean {
  const undoneBy = UNDONE_BY[operation.kind];
  if (undoneBy === undefined) return false;
  const own = `effect ${operation.id}`;
  return journal.slice(journal.indexOf(own) + 1, journal.lastIndexOf(own)).some((entry) => {
    if (entry === changedInPortal(operation)) return true;
    const other = operations.get(entry.replace(/^effect /, ""));
    if (other === undefined || !undoneBy.includes(other.kind)) return false;
    // An answer is replaced by an answer to the same item only.
    if (other.kind === "answer-item") return pathOf(other) === pathOf(operation);
    return objectIn(other) === objectIn(operation);
  });
}

const pathOf = ({ steps }: Operation) => steps[0]?.request.path ?? "";

/** The line of the journal when somebody in the portal changes the very thing that an operation is about. */
function changedInPortal(operation: Operation): string {
  const { kind, guestId, subject } = operation;
  switch (kind) {
    case "add-member":
    case "remove-member":
      return `membership changed ${guestId ?? ""}`;
    case "change-review":
      return `changed ${subject.id}`;
    case "answer-item":
      return `changed ${pathOf(operation).split("/").at(-1) ?? ""}`;
    case "apply-instance":
      return `changed ${pathOf(operation).split("/").at(-2) ?? ""}`;
    default:
      return `account changed ${guestId ?? ""}`;
  }
}
