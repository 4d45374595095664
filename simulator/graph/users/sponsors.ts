import type { Directory } from "../../state/directory.ts";
import type { Group, User } from "../../state/entities.ts";

/** The sponsors of a user that still are in the directory. */
export function sponsorsOf(directory: Directory, user: User): (User | Group)[] {
  return user.sponsorIds.flatMap((id) => directory.users.get(id) ?? directory.groups.get(id) ?? []);
}
