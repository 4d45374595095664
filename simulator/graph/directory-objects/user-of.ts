import type { User } from "../../state/entities.ts";
import type { Call } from "../endpoint.ts";
import { forbidden } from "../errors.ts";
import { findUser } from "../users/find-user.ts";

/** The user that `{id}` names, by id or user principal name; a guest may only ask about themselves. */
export function userOf(call: Call): User {
  const user = findUser(call.tenant.directory, call.params.id ?? "");
  if (call.caller.isGuest && user.id !== call.caller.userId) throw forbidden();
  return user;
}
