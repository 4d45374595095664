/** The control API refused; the message is its own. */
export class ControlError extends Error {
  override readonly name = "ControlError";

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Whatever sends a request: `fetch`, or an application in process. */
export type Send = (url: string, init: RequestInit) => Response | Promise<Response>;

/** Calls the control API and returns its JSON, or undefined where there is no body. */
export async function callControl(
  send: Send,
  method: string,
  url: string,
  body?: unknown,
): Promise<unknown> {
  const carried =
    body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await send(url, { method, ...carried });
  const text = await response.text();
  if (!response.ok) {
    throw new ControlError(response.status, `${method} ${url}: ${response.status} ${text}`);
  }
  return text === "" ? undefined : JSON.parse(text);
}
