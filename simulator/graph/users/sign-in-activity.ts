import type { User } from "../../state/entities.ts";

/**
 * A user's signInActivity, or undefined for one who never signed in: then the property is missing.
 * https://learn.microsoft.com/graph/api/resources/signinactivity
 */
export function activityOf(user: User): Record<string, string | null> | undefined {
  if (!user.signIns) return undefined;
  const { lastAttemptAt, lastNonInteractiveAt, lastSuccessAt } = user.signIns;
  return {
    ...pair("lastSignIn", lastAttemptAt, user.id, "a"),
    ...pair("lastNonInteractiveSignIn", lastNonInteractiveAt, user.id, "b"),
    ...pair("lastSuccessfulSignIn", lastSuccessAt, user.id, "c"),
  };
}

function pair(
  name: string,
  at: string | undefined,
  userId: string,
  mark: string,
): Record<string, string | null> {
  return {
    [`${name}DateTime`]: at === undefined ? null : `${at.slice(0, 19)}Z`,
    // Made from the user's id, so that it stays the same from one reading to the next.
    [`${name}RequestId`]: at === undefined ? null : `${userId.slice(0, 35)}${mark}`,
  };
}
