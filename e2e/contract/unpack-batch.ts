import type { Exchange } from "./exchange.ts";

interface BatchRequest {
  id: string;
  method: string;
  url: string;
  body?: unknown;
}

interface Answered {
  id: string;
  status: number;
  body?: unknown;
}

/** The exchanges inside a batch; an item that was never answered has nothing to judge. */
export function itemsOfBatch(batch: Exchange): Exchange[] {
  const requests = listIn<BatchRequest>(batch.requestBody, "requests");
  const answers = new Map(
    listIn<Answered>(batch.responseBody, "responses").map((answer) => [answer.id, answer]),
  );
  return requests.flatMap((request) => {
    const answer = answers.get(request.id);
    if (!answer) return [];
    const [path = "", ...query] = belowRoot(request.url).split("?");
    return {
      method: request.method.toUpperCase(),
      path: decodeURIComponent(path),
      query: query.join("?"),
      requestBody: request.body ?? null,
      status: answer.status,
      responseBody: answer.body ?? null,
    };
  });
}

function belowRoot(url: string): string {
  const below = url.replace(/^https:\/\/[^/]+\/v1\.0/, "");
  return below.startsWith("/") ? below : `/${below}`;
}

function listIn<Item>(body: unknown, name: string): Item[] {
  const list = (body as Record<string, unknown> | null)?.[name];
  return Array.isArray(list) ? (list as Item[]) : [];
}
