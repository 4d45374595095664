import type { Group } from "../../state/entities.ts";
import { roleTemplates } from "../../state/roles.ts";
import { recordAudit } from "../audit.ts";
import { rowOnWire } from "../directory-objects/object-on-wire.ts";
import { groupShape } from "../directory-objects/properties.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import { badRequest, forbidden } from "../errors.ts";
import { groupTarget, groupWriters, noteMembership, refuseUnfitMembers } from "./change-members.ts";
import { noteMade } from "./just-made.ts";
import { readNewGroup } from "./new-group-body.ts";
import { boundIn, mostBound } from "./references.ts";

/** Makes a Microsoft 365 group or a security group, with up to 20 owners and members. */
export const createGroup: Endpoint = {
  method: "POST",
  path: "/groups",
  documentation: "https://learn.microsoft.com/graph/api/group-post-groups",
  scopes: ["Group.ReadWrite.All", "Directory.ReadWrite.All"],
  roles: groupWriters,
  answer(call) {
    const { group, body } = readNewGroup(call);
    refuseUnlessPrivileged(call, group);
    const [members, owners] = [boundIn(call, body, "members"), boundIn(call, body, "owners")];
    if (members.length + owners.length > mostBound) {
      throw badRequest(`At most ${mostBound} relationships can be added with a new group.`);
    }
    refuseUnfitMembers(group, members);
    const { directory } = call.tenant;
    directory.groups.set(group.id, group);
    noteMade(call.tenant, group);
    note(call, group);
    for (const { row } of owners) group.ownerIds.add(row.id);
    // The creator of a Microsoft 365 group owns it unless owners are named; an administrator's security group has none.
    if (owners.length === 0 && group.groupTypes.includes("Unified")) {
      group.ownerIds.add(call.caller.userId);
    }
    for (const member of members) {
      directory.addMember(group, member.row.id);
      noteMembership(call, group, member.kind === "user" ? member.row : undefined, "added");
    }
    const context = `${call.root}/$metadata#groups/$entity`;
    const shown = rowOnWire(group, groupShape, undefined);
    return { status: 201, body: { "@odata.context": context, ...shown } };
  },
};

/** Only those who may assign directory roles create a group that can hold them. */
function refuseUnlessPrivileged({ caller }: Call, group: Group): void {
  if (!group.isAssignableToRole) return;
  const mayGive = [
    roleTemplates.globalAdministrator,
    roleTemplates.privilegedRoleAdministrator,
  ].some((role) => caller.roles.has(role));
  if (!mayGive || !caller.scopes.has("RoleManagement.ReadWrite.Directory")) throw forbidden();
}

function note(call: Call, group: Group): void {
  recordAudit(call, {
    activity: "Add group",
    category: "GroupManagement",
    operationType: "Add",
    targets: [groupTarget(group)],
  });
  call.tenant.directory.noteEffect({
    actorId: call.caller.userId,
    method: call.method,
    path: call.path,
    kind: "group-created",
    targetId: group.id,
  });
}
