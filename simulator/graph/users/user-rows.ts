import { readsLag, usersAsListed } from "./stale-reads.ts";
import { userResource } from "./user-resource.ts";
import type { Call } from "../endpoint.ts";
import { unsupportedQuery } from "../errors.ts";
import { checkFilter } from "../odata/check-filter.ts";
import { compileFilter } from "../odata/compile-filter.ts";
import { parseOrderBy, sorted } from "../odata/order-by.ts";
import { parseFilter } from "../odata/parse-filter.ts";
import { compileSearch, parseSearch } from "../odata/search.ts";
import type { User } from "../../state/entities.ts";
import type { Tenant } from "../../state/tenant.ts";

/** What `$filter`, `$search` and `$orderby` ask for, checked but not yet carried out. */
interface UserQuery {
  /** Names of the properties the filter speaks of. */
  filtered: ReadonlySet<string>;
  rows: () => readonly User[];
}

const searchable: Readonly<Record<string, (user: User) => readonly string[]>> = {
  displayName: (user) => present(user.displayName),
  givenName: (user) => present(user.givenName),
  surname: (user) => present(user.surname),
  mail: (user) => present(user.mail),
  userPrincipalName: (user) => [user.userPrincipalName],
  otherMails: (user) => user.otherMails,
};

/** Reads the query options that choose and sort users; refuses what the directory would refuse. */
export function queryUsers(call: Call, isAdvanced: boolean): UserQuery {
  const { tenant, query } = call;
  const [filterText, searchText, orderText] = ["$filter", "$search", "$orderby"].map((name) =>
    query.get(name),
  );
  const resource = userResource(tenant.directory);
  const filter = filterText == null ? undefined : parseFilter(filterText);
  const filtered = filter ? checkFilter(filter, resource, isAdvanced) : new Set<string>();
  const orders = orderText == null ? [] : parseOrderBy(orderText, resource, isAdvanced);
  if (filter && orders.length > 0 && !isAdvanced) {
    throw unsupportedQuery("Sorting not supported for current query.");
  }
  const tests: ((user: User) => boolean)[] = [];
  if (filter) tests.push(compileFilter(filter, resource));
  if (searchText != null) tests.push(compileSearch(parseSearch(searchText), searchable));
  const compute = () => {
    const rows = usersAsListed(tenant);
    const chosen = tests.length === 0 ? rows : rows.filter((row) => tests.every((t) => t(row)));
    return orders.length === 0 ? chosen : sorted(chosen, orders, resource);
  };
  const key = JSON.stringify([filterText, searchText, orderText]);
  return { filtered, rows: () => remembered(tenant, key, compute) };
}

interface Answers {
  version: number;
  byQuery: Map<string, readonly User[]>;
}

const answers = new WeakMap<Tenant, Answers>();
const REMEMBERED_ROWS = 2_000_000;

/** The same query of an unchanged directory is answered without looking again. */
function remembered(tenant: Tenant, key: string, compute: () => readonly User[]): readonly User[] {
  if (readsLag(tenant)) return compute();
  const { version } = tenant.directory;
  let known = answers.get(tenant);
  if (known?.version !== version) {
    known = { version, byQuery: new Map() };
    answers.set(tenant, known);
  }
  const found = known.byQuery.get(key);
  if (found) return found;
  const rows = compute();
  let held = rows.length;
  for (const rowsOfQuery of known.byQuery.values()) held += rowsOfQuery.length;
  if (held > REMEMBERED_ROWS) known.byQuery.clear();
  known.byQuery.set(key, rows);
  return rows;
}

function present(value: string | null): string[] {
  return value === null ? [] : [value];
}
