import type { Clock } from "@/lib/graph/clock";
import type { Graph } from "@/lib/graph/graph";

/** What operations read and write the directory with. */
export interface OperationServices {
  readonly graph: Graph;
  readonly clock: Clock;
  readonly me: { readonly userId: string; readonly tenantId: string };
}
