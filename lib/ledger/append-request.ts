import type { EntriesRequest } from "@/lib/contract/entries";
import type { Person } from "./card";

/** What one caller asks to be recorded. */
export interface AppendRequest {
  readonly actor: Person;
  /** Without it, a person may only answer the items of reviews. */
  readonly mayOperate: boolean;
  readonly entries: EntriesRequest["entries"];
  readonly cards: EntriesRequest["cards"];
}
