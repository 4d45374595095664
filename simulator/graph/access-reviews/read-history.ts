import type { HistoryDefinition } from "../../state/access-reviews/rows.ts";
import { badRequest } from "../errors.ts";
import { type Body, listAt, textAt } from "./read-body.ts";

const decisions = ["approve", "deny", "dontKnow", "notReviewed", "notNotified"];

/** What a report on past reviews is to hold; recurring reports are documented as not supported yet. */
export function readHistory(
  body: Body,
): Pick<HistoryDefinition, "displayName" | "decisions" | "scopes" | "from" | "until"> {
  const displayName = textAt(body, "displayName", 256);
  if (displayName === "") throw badRequest("A value is required for property 'displayName'.");
  if ((body.scheduleSettings ?? null) !== null) {
    throw badRequest("The property 'scheduleSettings' is not supported yet.");
  }
  const scopes = listAt(body, "scopes");
  if (scopes.length === 0) throw badRequest("A value is required for property 'scopes'.");
  const included = listAt(body, "decisions").map(String);
  const unknown = included.find((word) => !decisions.includes(word));
  if (unknown !== undefined) throw badRequest(`'${unknown}' is no decision of a review.`);
  const from = instantAt(body, "reviewHistoryPeriodStartDateTime");
  const until = instantAt(body, "reviewHistoryPeriodEndDateTime");
  if (until < from) throw badRequest("The period of the history may not end before it starts.");
  return {
    displayName,
    decisions: included.length > 0 ? included : decisions,
    scopes,
    from,
    until,
  };
}

function instantAt(body: Body, name: string): string {
  const value = body[name];
  const at = typeof value === "string" ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw badRequest(`A value is required for property '${name}'.`);
  return new Date(at).toISOString();
}
