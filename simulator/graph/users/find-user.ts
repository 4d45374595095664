import { notFound } from "../errors.ts";
import type { Directory } from "../../state/directory.ts";
import type { User } from "../../state/entities.ts";

/** The user with this id or user principal name; refuses when there is none. */
export function findUser(directory: Directory, idOrName: string): User {
  const user = directory.users.get(idOrName.toLowerCase()) ?? byName(directory, idOrName);
  if (!user) throw notFound(idOrName);
  return user;
}

/** Whether this looks like an object id rather than a name. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function byName(directory: Directory, name: string): User | undefined {
  if (!name.includes("@")) return undefined;
  const lowerCase = name.toLowerCase();
  for (const user of directory.users.values()) {
    if (user.userPrincipalName.toLowerCase() === lowerCase) return user;
  }
  return undefined;
}
