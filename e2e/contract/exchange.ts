/** One recorded request and its answer, as `npm run simulator -- --record FILE` writes them, a line each. */
export interface Exchange {
  method: string;
  /** With or without the leading `/v1.0`. */
  path: string;
  /** As it stood in the URL, without the question mark. */
  query: string;
  requestBody: unknown;
  status: number;
  responseBody: unknown;
}

/** Reads recorded traffic; a line that is no exchange is an error that names the line. */
export function readTraffic(text: string): Exchange[] {
  return text
    .split("\n")
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== "")
    .map(({ line, number }) => readLine(line, number))
    .filter(({ method }) => method !== "OPTIONS");
}

function readLine(line: string, number: number): Exchange {
  const read: unknown = JSON.parse(line);
  const fields = (typeof read === "object" && read !== null ? read : {}) as Partial<Exchange>;
  const { method, path, status, query = "", requestBody = null, responseBody = null } = fields;
  if (method === undefined || path === undefined || status === undefined) {
    throw new Error(`line ${number} of the traffic is no exchange: ${line.slice(0, 80)}`);
  }
  return { method, path, query, status, requestBody, responseBody };
}
