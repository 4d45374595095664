import { type BatchItem, readBatch } from "./batch-items.ts";
import type { IncomingCall } from "./dispatch.ts";
import type { Answer } from "./endpoint.ts";
import { GraphRefusal } from "./errors.ts";
import { readUrl } from "./wire.ts";
import { injectItemFaults } from "../faults/inject-item-faults.ts";

// https://learn.microsoft.com/graph/json-batching

interface ItemAnswer {
  id: string;
  status: number;
  headers: Record<string, string>;
  body?: unknown;
}

/** Answers `POST /$batch`: up to 20 calls, each with its own status, under one 200. */
export async function answerBatch(
  outer: IncomingCall,
  send: (item: IncomingCall) => Promise<Answer>,
): Promise<Answer> {
  if (outer.method !== "POST") {
    throw new GraphRefusal(405, "Request_BadRequest", "Specified HTTP method is not allowed.", {
      Allow: "POST",
    });
  }
  const items = readBatch(outer.body);
  const failed = new Set<string>();
  const responses: ItemAnswer[] = [];
  for (const item of items) {
    const answer = item.dependsOn.some((id) => failed.has(id))
      ? failedDependency()
      : await sent(item, outer, send);
    if (answer === undefined || answer.status >= 400) failed.add(item.id.toLowerCase());
    if (answer) responses.push(shown(item, answer));
  }
  return { status: 200, body: { responses } };
}

async function sent(
  item: BatchItem,
  outer: IncomingCall,
  send: (item: IncomingCall) => Promise<Answer>,
): Promise<Answer | undefined> {
  const call = callOf(item, outer);
  return injectItemFaults(call, () => send(call));
}

function callOf(item: BatchItem, outer: IncomingCall): IncomingCall {
  const { path, query } = readUrl(belowRoot(item.url, outer.root));
  const { tenant, caller, root } = outer;
  return {
    tenant,
    caller,
    root,
    method: item.method,
    path,
    query,
    headers: item.headers,
    body: item.body,
  };
}

/** Links of earlier answers are absolute; what a client writes itself is below the version's root. */
function belowRoot(url: string, root: string): string {
  const relative = url.startsWith(root) ? url.slice(root.length) : url;
  return relative.startsWith("/") ? relative : `/${relative}`;
}

function failedDependency(): Answer {
  const message = "Failed Dependency";
  return { status: 424, body: { error: { code: "FailedDependency", message } } };
}

function shown(item: BatchItem, answer: Answer): ItemAnswer {
  const type = typeof answer.body === "string" ? "text/plain" : "application/json";
  const saysType = Object.keys(answer.headers ?? {}).some((name) => /^content-type$/i.test(name));
  const headers = {
    "OData-Version": "4.0",
    ...(answer.body === undefined || saysType ? {} : { "Content-Type": type }),
    ...answer.headers,
  };
  const response = { id: item.id, status: answer.status, headers };
  return answer.body === undefined ? response : { ...response, body: answer.body };
}
