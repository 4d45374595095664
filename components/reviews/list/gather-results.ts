import type { QueryClient, QueryExecuteOptions, QueryKey } from "@tanstack/react-query";
import type { GatheredResults } from "@/lib/commands/record-results-of-many";
import { resultOf } from "@/lib/domain/reviews/reconcile";
import type { Services } from "@/lib/services/services";
import { accessQuery } from "@/lib/queries/reviews-access";
import { itemsQuery } from "@/lib/queries/reviews-items";
import { guestsIn } from "../detail/record-bar";
import { accessRequestsOf, resultLines } from "@/lib/domain/reviews/access-results";
import type { EndedInstance } from "./unrecorded";

/**
 * What an instance has decided, compared with the directory, as the page of its review has it; null where its
 * decisions could not be read to the end.
 */
export async function gatherResults(
  { review, instance }: EndedInstance,
  {
    services,
    client,
    signal,
  }: {
    readonly services: Services;
    readonly client: QueryClient;
    readonly signal: AbortSignal;
  },
): Promise<GatheredResults | null> {
  const read = await fetched(client, itemsQuery(services, review.id, instance.id), signal);
  if (!read.complete) return null;
  if (read.items.length === 0) return { results: [], guests: [] };
  const access = await fetched(client, accessQuery(services, accessRequestsOf(read.items)), signal);
  const lines = resultLines(review, instance, read.items, access.shown);
  return {
    results: lines.map(({ item, ...found }) => resultOf(item, instance, found)),
    guests: await guestsIn(lines),
  };
}

/** Reads once and keeps nothing: there may be hundreds of instances. */
async function fetched<Data, Key extends QueryKey>(
  client: QueryClient,
  query: QueryExecuteOptions<Data, Error, Data, Data, Key>,
  signal: AbortSignal,
): Promise<Data> {
  const cancel = () => {
    void client.cancelQueries({ queryKey: query.queryKey, exact: true });
  };
  signal.addEventListener("abort", cancel);
  try {
    return await client.query({ ...query, gcTime: 0 });
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}
