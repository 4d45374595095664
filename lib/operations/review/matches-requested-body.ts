import { partsOf, readGraphQuery } from "@/lib/domain/reviews/graph-query";

/**
 * Whether a review is what the body of a change asks for. The service writes queries and dates in its own way, adds
 * what was not asked and leaves out what is empty: https://learn.microsoft.com/graph/accessreviews-scope-concept
 */
export function matchesRequestedBody(
  body: unknown,
  review: Readonly<Record<string, unknown>>,
): boolean {
  return matchesRequestedSetting("", body, review);
}

/** The same of one part, by its name: queries and days are written in several ways. */
export function matchesRequestedSetting(
  name: string,
  requestedAsGiven: unknown,
  actualAsGiven: unknown,
): boolean {
  const [requested, actual] =
    name === "applyActions"
      ? [withoutDefault(requestedAsGiven), withoutDefault(actualAsGiven)]
      : [requestedAsGiven, actualAsGiven];
  if (isNothing(requested)) return isNothing(actual);
  if (typeof requested === "string") return sameText(name, requested, actual);
  if (Array.isArray(requested)) {
    return (
      Array.isArray(actual) &&
      actual.length === requested.length &&
      requested.every((each, index) => matchesRequestedSetting(name, each, actual[index]))
    );
  }
  if (typeof requested !== "object") return requested === actual;
  const parts = partsOf(actual);
  return Object.entries(partsOf(requested)).every(
    ([part, value]) =>
      isNews(part, parts[part]) || matchesRequestedSetting(part, value, parts[part]),
  );
}

/**
 * Removing the access is what a Deny does where nothing is named, and the service may name it:
 * https://learn.microsoft.com/graph/api/resources/accessreviewschedulesettings
 */
function withoutDefault(actions: unknown): unknown {
  if (!Array.isArray(actions)) return actions;
  return actions.filter(
    (action) => partsOf(action)["@odata.type"] !== "#microsoft.graph.removeAccessApplyAction",
  );
}

/** Annotations, and what the service sets itself. */
const IS_NEWS = /@|^(?:id|status|createdBy|createdDateTime|lastModifiedDateTime|instances)$/;

/** The type of a part counts where the service says it too: it alone tells removing access from deleting people. */
function isNews(part: string, actual: unknown): boolean {
  return IS_NEWS.test(part) && !(part === "@odata.type" && typeof actual === "string");
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === false) return true;
  return Array.isArray(value) && value.length === 0;
}

function sameText(name: string, requested: string, actual: unknown): boolean {
  if (typeof actual !== "string") return false;
  if (name === "query") {
    const [one, other] = [readGraphQuery(requested), readGraphQuery(actual)];
    return one.path === other.path && one.filter === other.filter;
  }
  // Samples send an instant and get a day: https://learn.microsoft.com/graph/api/resources/recurrencerange
  const isDay = name === "startDate" || name === "endDate";
  return isDay
    ? requested.slice(0, 10) === actual.slice(0, 10)
    : requested.trim() === actual.trim();
}
