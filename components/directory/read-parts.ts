import type { Progress } from "@/lib/inventory/inventory";

/** Which readings have ended. */
export interface ReadParts {
  readonly directory: boolean;
  readonly signIns: boolean;
}

/** How much of what the numbers rest on was read. */
export function readParts({ signIns }: Pick<Progress, "signIns">): ReadParts {
  return {
    directory: signIns !== "unread",
    signIns: signIns === "read" || signIns === "unreadable",
  };
}
