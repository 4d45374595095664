import type { Answer, Call } from "./endpoint.ts";
import type { Page } from "./paging.ts";

/** The answer for one page of a collection; `@odata.count` stands on the first page alone and only when asked for. */
export function collection<Row>(
  call: Call,
  context: string,
  page: Page<Row>,
  shown: (row: Row) => unknown,
  withCount = false,
): Answer {
  const body: Record<string, unknown> = { "@odata.context": `${call.root}/$metadata#${context}` };
  if (withCount && page.isFirst) body["@odata.count"] = page.total;
  if (page.nextLink !== undefined) body["@odata.nextLink"] = page.nextLink;
  body.value = page.rows.map(shown);
  return { status: 200, body };
}
