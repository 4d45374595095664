import { groupOf } from "./group-of.ts";
import { roleTemplates } from "../../state/roles.ts";
import type { Endpoint } from "../endpoint.ts";
import { forbidden, notFound } from "../errors.ts";
import { deleteUser } from "../users/delete-user.ts";

/**
 * The trap of the documented page: without `/$ref` it is not the membership that is deleted but the user, if the
 * caller may delete users at all.
 */
export const removeMemberWithoutRef: Endpoint = {
  method: "DELETE",
  path: "/groups/{id}/members/{memberId}",
  documentation: "https://learn.microsoft.com/graph/api/group-delete-members",
  scopes: ["GroupMember.ReadWrite.All", "Group.ReadWrite.All", ...deleteUser.scopes],
  answer(call) {
    const { scopes, roles } = call.caller;
    const holdsRole = [roleTemplates.globalAdministrator, ...(deleteUser.roles ?? [])].some(
      (role) => roles.has(role),
    );
    if (!holdsRole || !deleteUser.scopes.some((scope) => scopes.has(scope))) throw forbidden();
    const memberId = (call.params.memberId ?? "").toLowerCase();
    if (!groupOf(call).memberIds.has(memberId)) throw notFound(memberId);
    return deleteUser.answer({ ...call, params: { id: memberId } });
  },
};
