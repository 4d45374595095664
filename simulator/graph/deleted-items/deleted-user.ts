import { purgeExpired } from "./purge-expired.ts";
import type { User } from "../../state/entities.ts";
import type { Call } from "../endpoint.ts";
import { notFound } from "../errors.ts";

/** The deleted user that `{id}` names, if their 30 days are not over. */
export function deletedUserOf(call: Call): User {
  const { directory } = call.tenant;
  purgeExpired(directory);
  const id = (call.params.id ?? "").toLowerCase();
  const user = directory.deletedUsers.get(id);
  if (!user) throw notFound(id);
  return user;
}
