import type { Scope } from "./situation";

/** What a call does: reads the directory or the ledger; only the last three leave something behind. */
export type CallKind = "reads" | "looks up" | "sends" | "appends" | "leases";

/** What may be told of a call from outside. */
export interface CallPart {
  readonly from: string;
  readonly kind: CallKind;
  /** What it is about: an executor treats two operations apart, whichever is answered first. */
  readonly lane: string;
  readonly label: string;
  /** All that it asks for, as the number of its words. */
  readonly requestNumber: number;
  /** How often others may still wake before it arrives: it is slower than they wait. */
  readonly slow: number;
}

/** One call that an executor waits for: it arrives when the scheduler says so. */
export interface Call extends Omit<CallPart, "requestNumber" | "slow"> {
  readonly request: unknown;
  /** Does at the server what was asked. */
  readonly arrive: () => Promise<unknown>;
  /** Both give back what was heard. */
  readonly answer: (value: unknown) => unknown;
  readonly fail: (error: Error) => unknown;
  slow: number;
}

/**
 * What a call depends on and changes when it arrives: one part of the whole, and by the answer its executor. What is
 * sent or recorded is compared with the other one as well (`invariants.ts`).
 */
export function scopesOf(call: CallPart): readonly Scope[] {
  const { changes, ...rest } = scopeOfArrival(call);
  return [
    { ...rest, changes: [...changes, "answer"] },
    { changes: [call.from], reads: ["now", "answer"] },
  ];
}

/** What it does where it arrives. */
export function scopeOfArrival({ kind, label, requestNumber }: CallPart): Scope {
  switch (kind) {
    case "reads": {
      const isAuditLog = label.includes("/auditLogs");
      return {
        changes: [],
        reads: ["now", "directory", ...(isAuditLog ? ["audited"] : [])],
        requestNumber,
      };
    }
    case "looks up":
      return { changes: [], reads: ["now", "ledger"], requestNumber };
    case "sends":
      return {
        changes: ["directory", "audited"],
        reads: ["now", "ledger", "excuse"],
        requestNumber,
      };
    case "appends":
      return { changes: ["ledger"], reads: ["now", "directory", "lease"], requestNumber };
    case "leases":
      return { changes: ["lease"], reads: ["now"], requestNumber };
  }
}
