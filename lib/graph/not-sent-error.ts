/** Nothing was sent: it was not allowed any more by the time its token was there. */
export class NotSentError extends Error {
  override readonly name = "NotSentError";
}

/** Throws where a sending is not allowed any more; a reading always is. */
export function refuseLateSending({ maySend }: { readonly maySend?: (() => boolean) | undefined }) {
  if (maySend?.() === false) throw new NotSentError("It may not be sent any more.");
}
