import { expandUser, expansionsOfUser } from "./expand-user.ts";
import { presentUser, refuseHiddenProperties, selectedOfUser } from "./present-user.ts";
import type { Answer, Call } from "../endpoint.ts";
import { refuseExpandInAdvanced } from "../odata/advanced.ts";
import type { User } from "../../state/entities.ts";

/** The answer that is one user, with what `$select` and `$expand` ask for. */
export function showUser(call: Call, user: User): Answer {
  refuseExpandInAdvanced(call);
  const selected = selectedOfUser(call.query.get("$select"));
  const expansions = expansionsOfUser(call.query.get("$expand"));
  refuseHiddenProperties(call, selected ?? [], user);
  const context = selected ? `users(${selected.join(",")})/$entity` : "users/$entity";
  return {
    status: 200,
    body: {
      "@odata.context": `${call.root}/$metadata#${context}`,
      ...presentUser(user, selected),
      ...expandUser(call.tenant.directory, user, expansions),
    },
  };
}
