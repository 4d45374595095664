/**
 * The id of a delegated permission grant: its client, its resource and, if it is one person's, that person, their ids as
 * bytes one after the other. So the examples of https://learn.microsoft.com/graph/api/oauth2permissiongrant-list are made.
 */
export function permissionGrantId(
  clientId: string,
  resourceId: string,
  principalId: string | null,
): string {
  const ids = principalId === null ? [clientId, resourceId] : [clientId, resourceId, principalId];
  return Buffer.concat(ids.map(bytesOf)).toString("base64url");
}

/** The first three parts of a GUID are numbers, which Windows writes with their lowest byte first. */
function bytesOf(guid: string): Buffer {
  const [first = "", second = "", third = "", ...rest] = guid.split("-");
  const numbers = [first, second, third].map((part) => Buffer.from(part, "hex").reverse());
  return Buffer.concat([...numbers, Buffer.from(rest.join(""), "hex")]);
}
