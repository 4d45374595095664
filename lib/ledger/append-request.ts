import type { EntriesRequest } from "@/lib/contract/entries";
import type { Person } from "./card";

/** What one caller asks to be recorded. */
export interface AppendRequest {
  readonly actor: Person;
  readonly entries: EntriesRequest["entries"];
  readonly cards: EntriesRequest["cards"];
}
