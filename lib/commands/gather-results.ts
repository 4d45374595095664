import type { QueryClient, QueryExecuteOptions, QueryKey } from "@tanstack/react-query";
import type { GatheredResults } from "./record-results-of-many";
import { resultOf } from "@/lib/domain/reviews/reconcile";
import type { Services } from "@/lib/services/services";
import { accessQuery } from "@/lib/queries/group-access";
import { itemsQuery } from "@/lib/queries/reviews-items";
import { inventory } from "@/lib/inventory/use-inventory";
import {
  accessRequestsOf,
  type ResultLine,
  resultLines,
} from "@/lib/domain/reviews/access-results";
import type { EndedInstance } from "@/lib/domain/reviews/unrecorded-instances";

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

/** Names and mails for the cards beside the chain; mails are known of guests in the tab's list only. */
export async function guestsIn(lines: readonly Pick<ResultLine, "item">[]) {
  const principals = new Map(lines.map(({ item }) => [item.principal.id, item.principal]));
  const rows = await inventory().rows([...principals.keys()]);
  const mails = new Map(rows.map(({ guest }) => [guest.id, guest.mail]));
  return [...principals.values()].map(({ id, displayName }) => ({
    id,
    displayName: displayName ?? "",
    mail: mails.get(id) ?? null,
  }));
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
