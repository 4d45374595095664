import type { NewEntry } from "@/lib/contract/entries";
import type { Operation } from "@/lib/domain/operation";
import { canonicalJson } from "./hash-chain";
import type { ErasableText } from "./card";
import { type Body, operationFrom } from "./entry-row";
import { requestFrom } from "./stored-request";

/**
 * The one text of what is sent, by which the same entry is recognised when it is sent again. The justification in a
 * correction is not kept: it stands beside what is corrected.
 */
export function contentOfNew(entry: NewEntry): string {
  if (entry.kind === "planned") return canonicalJson(contentOfOperation(entry.id, entry.operation));
  return entry.kind === "review-result" && entry.corrects !== undefined
    ? canonicalJson({ ...entry, result: { ...entry.result, justification: null } })
    : canonicalJson(entry);
}

/** Without how many were confirmed with it: a page that was opened before an upgrade does not say it. */
function contentOfOperation(id: string, operation: Operation | null) {
  return { id, kind: "planned", operation };
}

/** What a reviewer wrote that a review's result refers to; null where it refers to nothing. */
export function textOf(entry: NewEntry): ErasableText | null {
  if (entry.kind !== "review-result" || entry.corrects !== undefined) return null;
  const { justification: words, reviewedBy: authorId, guestId } = entry.result;
  return words === null ? null : { words, authorId, guestId };
}

/** The text that a body refers to, by its fingerprint in hex. */
export function textOfBody(body: Body): string | null {
  return "result" in body ? (body.justificationText ?? null) : null;
}

/**
 * What the entry said when it was sent, read back from its row and, where it refers to one, the text: a repeated
 * request is recognised by it.
 */
export function contentOf(
  id: string,
  kind: NewEntry["kind"],
  body: Body,
  text: string | null = null,
): unknown {
  if ("operation" in body) return contentOfOperation(id, operationFrom(body));
  if ("request" in body) return { id, kind, ...body, request: requestFrom(body.request) };
  if (!("result" in body)) return { id, kind, ...body };
  const { corrects, correction, replaces } = body;
  const justification = corrects === undefined ? (body.result.justification ?? text) : null;
  return {
    ...{ id, kind, result: { ...body.result, justification } },
    ...(corrects !== undefined && { corrects }),
    ...(correction !== undefined && { correction }),
    ...(replaces !== undefined && { replaces }),
  };
}
