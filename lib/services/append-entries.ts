import type { EntriesAnswer, EntriesRequest } from "@/lib/contract/entries";
import type { CallApi } from "./api";

/** Appends to the ledger: all entries or none, and resolved means durable. */
export function appendEntries(api: CallApi, request: EntriesRequest): Promise<EntriesAnswer> {
  const schema = async () => (await import("@/lib/contract/entries")).entriesAnswer;
  return api<EntriesAnswer>("/api/entries", schema, { method: "POST", body: request });
}
