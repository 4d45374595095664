import { GraphRefusal } from "./errors.ts";

// https://learn.microsoft.com/graph/json-batching#request-format

/** One call inside a batch. */
export interface BatchItem {
  id: string;
  method: string;
  url: string;
  headers: Headers;
  body: unknown;
  /** Ids of earlier items, in lower case. */
  dependsOn: string[];
}

const MOST_ITEMS = 20;
const METHODS = new Set(["GET", "POST", "PATCH", "PUT", "DELETE"]);

/** The items of a batch's body; refuses the whole batch when one of them cannot be understood. */
export function readBatch(body: unknown): BatchItem[] {
  if (!isRecord(body) || !Array.isArray(body.requests) || body.requests.length === 0) {
    throw malformed("Invalid batch payload format.");
  }
  if (body.requests.length > MOST_ITEMS) {
    throw malformed(`Number of batch request steps exceeds the maximum value of ${MOST_ITEMS}.`);
  }
  const before = new Set<string>();
  return body.requests.map((value: unknown) => {
    const item = readItem(value);
    const id = item.id.toLowerCase();
    if (before.has(id)) {
      throw malformed(`Request Id : ${item.id} has duplicate entries in the batch.`);
    }
    const unknown = item.dependsOn.find((other) => !before.has(other));
    if (unknown !== undefined) {
      throw malformed(`Request Id : ${item.id} has invalid dependency on ${unknown}.`);
    }
    before.add(id);
    return item;
  });
}

function readItem(value: unknown): BatchItem {
  if (!isRecord(value)) throw malformed("Invalid batch payload format.");
  const { id, url } = value;
  if (typeof id !== "string" || id === "") throw malformed("Request Id cannot be null or empty.");
  if (typeof url !== "string" || url === "") {
    throw malformed(`Request Url cannot be null or empty for request Id : ${id}.`);
  }
  const method = typeof value.method === "string" ? value.method.toUpperCase() : "";
  if (!METHODS.has(method)) {
    throw malformed(`Request Method is invalid for request Id : ${id}.`);
  }
  const headers = readHeaders(value.headers, id);
  if (value.body !== undefined && !headers.has("content-type")) {
    throw malformed(`Write request id : ${id} does not contain Content-Type header or body.`);
  }
  return { id, method, url, headers, body: value.body, dependsOn: readDependencies(value, id) };
}

function readHeaders(value: unknown, id: string): Headers {
  if (value === undefined || value === null) return new Headers();
  const entries = isRecord(value) ? Object.entries(value) : undefined;
  if (!entries?.every((entry): entry is [string, string] => typeof entry[1] === "string")) {
    throw malformed(`Request Headers are invalid for request Id : ${id}.`);
  }
  return new Headers(entries);
}

function readDependencies({ dependsOn }: Record<string, unknown>, id: string): string[] {
  if (dependsOn === undefined || dependsOn === null) return [];
  const isList = Array.isArray(dependsOn) && dependsOn.every((other) => typeof other === "string");
  if (!isList) throw malformed(`Invalid dependsOn for request Id : ${id}.`);
  return dependsOn.map((other: string) => other.toLowerCase());
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function malformed(message: string): GraphRefusal {
  return new GraphRefusal(400, "BadRequest", message);
}
