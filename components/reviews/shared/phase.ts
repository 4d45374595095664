/** Where a review, an instance or a stage is, in the three phases that decide what can be done. */
export type Phase = "ahead" | "running" | "over";

/** The phase that a status belongs to; one that Entra adds later is taken to be over, so that nothing is offered. */
export function phaseOf(status: string): Phase {
  switch (status) {
    case "Initializing":
    case "NotStarted":
    case "Starting":
      return "ahead";
    case "InProgress":
      return "running";
    default:
      return "over";
  }
}
