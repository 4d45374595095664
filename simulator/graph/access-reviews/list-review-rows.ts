import { selectedOf } from "../audit-logs/selected-of.ts";
import { collection } from "../collection.ts";
import type { Answer, Call } from "../endpoint.ts";
import { badRequest } from "../errors.ts";
import { checkFilter } from "../odata/check-filter.ts";
import { compileFilter } from "../odata/compile-filter.ts";
import { parseOrderBy, sorted } from "../odata/order-by.ts";
import { parseFilter } from "../odata/parse-filter.ts";
import type { Resource } from "../odata/resource.ts";
import { page } from "../paging.ts";

interface ReviewListing<Row> {
  context: string;
  rows: () => readonly Row[];
  shown: (row: Row) => Record<string, unknown>;
  /** Everything that `$select` may name. */
  names: readonly string[];
  resource: Resource<Row>;
}

/** What lists of access reviews understand; unlike the directory's they skip. */
export const reviewListOptions = ["$top", "$skip", "$filter", "$select", "$orderby", "$count"];

/** A collection of access reviews, 100 a page: https://learn.microsoft.com/graph/api/accessreviewset-list-definitions */
export function listReviewRows<Row extends { id: string }>(
  call: Call,
  listing: ReviewListing<Row>,
): Answer {
  const { resource } = listing;
  const keep = readFilter(call, resource);
  const order = call.query.get("$orderby");
  const orders = order === null ? [] : parseOrderBy(order, resource, false);
  const skip = readSkip(call);
  const rows = () => {
    const matching = listing.rows().filter(keep);
    return (orders.length > 0 ? sorted(matching, orders, resource) : matching).slice(skip);
  };
  const shown = selectedOf(call, resource.type, listing.shown, new Set(listing.names));
  const rules = { defaultTop: 100, maxTop: 100, lowersSilently: true, key: (row: Row) => row.id };
  // Microsoft's samples return a count without `$count`.
  return collection(call, listing.context, page(call, rows, rules), shown, true);
}

function readFilter<Row>(call: Call, resource: Resource<Row>): (row: Row) => boolean {
  const text = call.query.get("$filter");
  if (text === null) return () => true;
  const filter = parseFilter(text);
  checkFilter(filter, resource, false);
  return compileFilter(filter, resource);
}

function readSkip(call: Call): number {
  const value = call.query.get("$skip") ?? "0";
  if (!/^\d{1,9}$/.test(value))
    throw badRequest(`Invalid value '${value}' for $skip query option.`);
  return Number(value);
}
