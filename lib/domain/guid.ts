/** An object's id, as a part of a pattern. */
export const GUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

const ANY_CASE = new RegExp(`^${GUID}$`, "i");

/** Whether a text is an object's id, in lower or upper case. */
export function isGuid(text: string): boolean {
  return ANY_CASE.test(text);
}

/** Whether a text is an object's id in lower case, as Microsoft Entra writes it. */
export function isLowerCaseGuid(text: string): boolean {
  return isGuid(text) && text === text.toLowerCase();
}
