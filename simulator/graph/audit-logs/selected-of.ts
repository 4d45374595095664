import type { Call } from "../endpoint.ts";
import { parseSelect } from "../odata/select.ts";

/** Shows a log's rows with only the properties that `$select` names; a name that no row has is refused. */
export function selectedOf<Row>(
  call: Call,
  type: string,
  shown: (row: Row) => Record<string, unknown>,
  names: ReadonlySet<string>,
): (row: Row) => Record<string, unknown> {
  const select = parseSelect(call.query.get("$select"), type, (name) => names.has(name));
  if (!select) return shown;
  return (row) =>
    Object.fromEntries(Object.entries(shown(row)).filter(([name]) => select.includes(name)));
}
