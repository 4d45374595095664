import type { ReplyTo } from "./authorize-request.ts";
import { description, type AuthorityRefusal, type Traced } from "./refusal.ts";

/** The redirect URI with an answer in its fragment or query, and the client's `state` returned. */
export function replyUrl(replyTo: ReplyTo, answer: Record<string, string>): string {
  const parameters = new URLSearchParams(answer);
  if (replyTo.state !== null) parameters.set("state", replyTo.state);
  const url = new URL(replyTo.redirectUri);
  if (replyTo.mode === "fragment") {
    url.hash = parameters.toString();
  } else {
    for (const [name, value] of parameters) url.searchParams.set(name, value);
  }
  return url.href;
}

/** The same for a refusal. */
export function refusalUrl(replyTo: ReplyTo, refusal: AuthorityRefusal, traced: Traced): string {
  const { suberror } = refusal.details;
  return replyUrl(replyTo, {
    error: refusal.error,
    error_description: description(refusal, traced),
    ...(suberror !== undefined && { error_subcode: suberror, suberror }),
  });
}
