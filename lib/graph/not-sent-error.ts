/** Nothing was sent: by the time the token was there, sending was no longer allowed. */
export class NotSentError extends Error {
  override readonly name = "NotSentError";
}

/** Throws where a write is no longer allowed. Reads always are. */
export function refuseLateSending({ maySend }: { readonly maySend?: (() => boolean) | undefined }) {
  if (maySend?.() === false) throw new NotSentError("It may not be sent any more.");
}
