import { transitiveMemberships } from "./memberships-of.ts";
import { userOf } from "../directory-objects/user-of.ts";
import { bodyOf } from "../directory-objects/json-body.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import { badRequest } from "../errors.ts";

/** The scopes that open both this and checkMemberGroups. */
export const memberGroupScopes = [
  "Directory.Read.All",
  "Directory.ReadWrite.All",
  "Group.Read.All",
  "Group.ReadBasic.All",
  "Group.ReadWrite.All",
  "GroupMember.Read.All",
  "GroupMember.ReadBasic.All",
  "User.Read.All",
];

/** Ids of every group that the person is in, directly or through other groups. */
export function memberGroupIds(call: Call, securityEnabledOnly: boolean): string[] {
  return transitiveMemberships(call.tenant.directory, userOf(call).id).flatMap((object) =>
    object.kind === "group" && (object.row.securityEnabled || !securityEnabledOnly)
      ? [object.row.id]
      : [],
  );
}

/** The answer to both: a collection of plain ids. */
export function idsAnswer(call: Call, value: readonly string[]) {
  const context = `${call.root}/$metadata#Collection(Edm.String)`;
  return { status: 200, body: { "@odata.context": context, value } };
}

export const getMemberGroups: Endpoint = {
  method: "POST",
  path: "/users/{id}/getMemberGroups",
  documentation: "https://learn.microsoft.com/graph/api/directoryobject-getmembergroups",
  scopes: memberGroupScopes,
  guestsToo: true,
  answer(call) {
    const { securityEnabledOnly } = bodyOf(call, ["securityEnabledOnly"]);
    if (typeof securityEnabledOnly !== "boolean") {
      throw badRequest("A value is required for parameter 'securityEnabledOnly'.");
    }
    return idsAnswer(call, memberGroupIds(call, securityEnabledOnly));
  },
};
