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
export function matchesRequestedSetting(name: string, wanted: unknown, given: unknown): boolean {
  if (isNothing(wanted)) return isNothing(given);
  if (typeof wanted === "string") return sameText(name, wanted, given);
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(given) &&
      given.length === wanted.length &&
      wanted.every((each, index) => matchesRequestedSetting(name, each, given[index]))
    );
  }
  if (typeof wanted !== "object") return wanted === given;
  const parts = partsOf(given);
  return Object.entries(partsOf(wanted)).every(
    ([part, value]) =>
      isNews(part, parts[part]) || matchesRequestedSetting(part, value, parts[part]),
  );
}

/** Annotations, and what the service sets itself. */
const IS_NEWS = /@|^(?:id|status|createdBy|createdDateTime|lastModifiedDateTime|instances)$/;

/** The type of a part counts where the service says it too: it alone tells removing access from deleting people. */
function isNews(part: string, given: unknown): boolean {
  return IS_NEWS.test(part) && !(part === "@odata.type" && typeof given === "string");
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === false) return true;
  return Array.isArray(value) && value.length === 0;
}

function sameText(name: string, wanted: string, given: unknown): boolean {
  if (typeof given !== "string") return false;
  if (name === "query") {
    const [one, other] = [readGraphQuery(wanted), readGraphQuery(given)];
    return one.path === other.path && one.filter === other.filter;
  }
  // Samples send an instant and get a day: https://learn.microsoft.com/graph/api/resources/recurrencerange
  const isDay = name === "startDate" || name === "endDate";
  return isDay ? wanted.slice(0, 10) === given.slice(0, 10) : wanted.trim() === given.trim();
}
