import type { Group } from "../../state/entities.ts";
import type { DirectoryObject } from "../directory-objects/directory-object.ts";
import { bodyOf } from "../directory-objects/json-body.ts";
import { recordAudit } from "../audit.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import { badRequest, forbidden } from "../errors.ts";
import {
  groupTarget,
  noteMembership,
  refuseForeignMaster,
  refuseUnfitMembers,
  refuseUnlessChangeable,
  refuseUnlessGroupWriter,
} from "./change-members.ts";
import { groupOf } from "./group-of.ts";
import { refuseTakenNickname, textIn } from "./group-texts.ts";
import { boundIn } from "./references.ts";

const properties = ["displayName", "description", "mailNickname"] as const;
const propertyWriters = ["Group.ReadWrite.All", "Directory.ReadWrite.All"];

/**
 * Renames a group, or adds up to 20 members at once; where one of them cannot be added none is.
 * https://learn.microsoft.com/graph/api/group-post-members#example-2-add-multiple-members-to-a-group-in-a-single-request
 */
export const updateGroup: Endpoint = {
  method: "PATCH",
  path: "/groups/{id}",
  documentation: "https://learn.microsoft.com/graph/api/group-update",
  scopes: ["GroupMember.ReadWrite.All", ...propertyWriters],
  answer(call) {
    const group = groupOf(call);
    const body = bodyOf(call, [...properties, "members@odata.bind"]);
    const members = boundIn(call, body, "members");
    const changed = properties.filter((name) => body[name] !== undefined);
    if (members.length === 0 && changed.length === 0) {
      throw badRequest("The request body names nothing to change.");
    }
    if (members.length > 0) refuseUnaddable(call, group, members);
    const values = changed.length > 0 ? readChange(call, group, changed) : {};
    Object.assign(group, values);
    if (changed.length > 0) note(call, group);
    for (const member of members) {
      call.tenant.directory.addMember(group, member.row.id);
      noteMembership(call, group, member.kind === "user" ? member.row : undefined, "added");
    }
    return { status: 204 };
  },
};

function refuseUnaddable(call: Call, group: Group, members: readonly DirectoryObject[]): void {
  refuseUnlessChangeable(call, group);
  refuseUnfitMembers(group, members);
  if (members.some(({ row }) => group.memberIds.has(row.id))) {
    throw badRequest(
      "One or more added object references already exist for the following modified properties: 'members'.",
    );
  }
}

function readChange(
  call: Call,
  group: Group,
  changed: readonly (typeof properties)[number][],
): Partial<Group> {
  if (!propertyWriters.some((scope) => call.caller.scopes.has(scope))) throw forbidden();
  refuseUnlessGroupWriter(call, group);
  refuseForeignMaster(group);
  const body = call.body as Readonly<Record<string, unknown>>;
  const values = Object.fromEntries(
    changed.map((name) => {
      const isEmptied = name === "description" && body[name] === null;
      return [name, isEmptied ? null : textIn(body, name)];
    }),
  ) as Partial<Group>;
  const { mailNickname } = values;
  if (mailNickname !== undefined && mailNickname !== group.mailNickname) {
    if (group.groupTypes.includes("Unified")) refuseTakenNickname(call, mailNickname);
  }
  return values;
}

function note(call: Call, group: Group): void {
  recordAudit(call, {
    activity: "Update group",
    category: "GroupManagement",
    operationType: "Update",
    targets: [groupTarget(group)],
  });
  call.tenant.directory.noteEffect({
    actorId: call.caller.userId,
    method: call.method,
    path: call.path,
    kind: "group-updated",
    targetId: group.id,
  });
}
