import { collection } from "../collection.ts";
import type { Answer, Call } from "../endpoint.ts";
import { needsAdvancedQuery } from "../errors.ts";
import {
  asksForCount,
  isAdvancedQuery,
  refuseCountWithoutHeader,
  refuseSearchWithoutHeader,
  saysEventual,
} from "../odata/advanced.ts";
import { checkFilter } from "../odata/check-filter.ts";
import { compileFilter } from "../odata/compile-filter.ts";
import { parseOrderBy, sorted } from "../odata/order-by.ts";
import { parseFilter } from "../odata/parse-filter.ts";
import type { Resource } from "../odata/resource.ts";
import { compileSearch, parseSearch } from "../odata/search.ts";
import { type PageRules, page } from "../paging.ts";

export interface Listing<Row> {
  /** What stands behind `$metadata#`. */
  context: string;
  rows: () => readonly Row[];
  shown: (row: Row) => unknown;
  key: (row: Row) => string;
  resource: Resource<Row>;
  searchable?: Readonly<Record<string, (row: Row) => readonly string[]>>;
  /** Relationships are filtered and sorted only by advanced queries. */
  isRelationship?: boolean;
  /** Logs count without the header and sort what they filter; directories do not. */
  isLog?: boolean;
  rules?: Pick<PageRules<Row>, "defaultTop" | "maxTop">;
}

/** Answers a collection with whatever `$filter`, `$search`, `$orderby`, `$top` and `$count` the call asks for. */
export function listRows<Row>(call: Call, listing: Listing<Row>): Answer {
  const keep = readTests(call, listing, isAdvancedQuery(call));
  const inOrder = readOrder(call, listing);
  const rows = () => inOrder(listing.rows().filter((row) => keep.every((test) => test(row))));
  const rules = { defaultTop: 100, maxTop: 999, ...listing.rules, key: listing.key };
  const withCount = asksForCount(call) && (listing.isLog === true || saysEventual(call));
  return collection(call, listing.context, page(call, rows, rules), listing.shown, withCount);
}

/** Answers `/$count` with the number of rows alone; like every count it is an advanced query. */
export function countRows<Row>(call: Call, listing: Listing<Row>): Answer {
  refuseCountWithoutHeader(call);
  const keep = readTests(call, listing, true);
  const found = listing.rows().filter((row) => keep.every((test) => test(row)));
  const headers = { "content-type": "text/plain" };
  return { status: 200, headers, body: String(found.length) };
}

function readTests<Row>(
  call: Call,
  listing: Listing<Row>,
  isAdvanced: boolean,
): ((row: Row) => boolean)[] {
  const tests: ((row: Row) => boolean)[] = [];
  const filter = call.query.get("$filter");
  if (filter !== null) {
    if (listing.isRelationship && !isAdvanced) throw needsAdvancedQuery("$filter");
    const parsed = parseFilter(filter);
    checkFilter(parsed, listing.resource, isAdvanced);
    tests.push(compileFilter(parsed, listing.resource));
  }
  refuseSearchWithoutHeader(call);
  const search = call.query.get("$search");
  if (search !== null) tests.push(compileSearch(parseSearch(search), listing.searchable ?? {}));
  return tests;
}

function readOrder<Row>(call: Call, listing: Listing<Row>): (rows: Row[]) => Row[] {
  const text = call.query.get("$orderby");
  if (text === null) return (rows) => rows;
  const isAdvanced = isAdvancedQuery(call);
  const withFilter = call.query.has("$filter") && !listing.isLog;
  if ((listing.isRelationship || withFilter) && !isAdvanced) throw needsAdvancedQuery("$orderby");
  const order = parseOrderBy(text, listing.resource, isAdvanced);
  return (rows) => sorted(rows, order, listing.resource);
}
