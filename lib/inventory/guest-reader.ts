import type { Guest } from "@/lib/domain/guest";
import type { Graph } from "@/lib/graph/graph";
import { countGuests, type GuestCounts, readGuests } from "@/lib/graph/guests/read-guests";
import { type GuestSeen, readSignIns } from "@/lib/graph/guests/read-sign-ins";

/** Where the inventory reads from; pages come in any order and somebody may come twice. */
export interface GuestReader {
  count(signal: AbortSignal): Promise<GuestCounts>;
  guests(signal: AbortSignal): AsyncIterable<readonly Guest[]>;
  signIns(signal: AbortSignal): AsyncIterable<readonly GuestSeen[]>;
}

/** Reads from Microsoft Graph. */
export function graphReader(graph: Graph): GuestReader {
  return {
    count: (signal) => countGuests(graph, signal),
    guests: (signal) => readGuests(graph, signal),
    signIns: (signal) => readSignIns(graph, signal),
  };
}
