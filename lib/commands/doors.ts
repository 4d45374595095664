import type { EntriesAnswer, EntriesRequest, NewEntry } from "@/lib/contract/entries";
import type { Policy } from "@/lib/domain/policy";
import type { Clock } from "@/lib/graph/clock";
import type { Graph } from "@/lib/graph/graph";
import type { Leases } from "./leases";

/** Where outcomes wait that the ledger has not confirmed; it outlives a reload, not the tab. */
export interface Spool {
  keep(entry: NewEntry): void;
  drop(entryIds: readonly string[]): void;
  all(): readonly NewEntry[];
}

/** Which plans this tab has begun. */
export interface BegunPlans {
  /** Notes that a plan begins here; true when it had begun before, perhaps before a reload. */
  begins(planId: string): boolean;
}

/** All that a command needs of the world. */
export interface Doors {
  readonly graph: Graph;
  /** Appends to the ledger; resolved means durable. Throws ApiError. */
  append(request: EntriesRequest): Promise<EntriesAnswer>;
  /** The policy as the ledger has it now. */
  readPolicy(): Promise<Policy>;
  /** Template ids of the directory roles that the person holds now; null when they could not be read. */
  readMyRoles(): Promise<ReadonlySet<string> | null>;
  readonly me: { readonly userId: string; readonly tenantId: string };
  readonly clock: Clock;
  mintId(): string;
  readonly spool: Spool;
  readonly leases: Leases;
  readonly begun: BegunPlans;
}
