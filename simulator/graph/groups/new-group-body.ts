import { newGroup } from "../../state/new-group.ts";
import type { Group } from "../../state/entities.ts";
import { bodyOf } from "../directory-objects/json-body.ts";
import type { Call } from "../endpoint.ts";
import { badRequest, notImplemented } from "../errors.ts";
import { refuseTakenNickname, textIn } from "./group-texts.ts";

type Body = Readonly<Record<string, unknown>>;

const known = [
  ...["displayName", "description", "mailEnabled", "mailNickname", "securityEnabled"],
  ...["groupTypes", "visibility", "isAssignableToRole"],
  ...["members@odata.bind", "owners@odata.bind"],
];
const kinds = [[], ["Unified"], ["DynamicMembership"], ["Unified", "DynamicMembership"]];
const visibilities = ["Private", "Public", "HiddenMembership"];

/**
 * Reads the body of a new group, as yet without members and owners; refuses what Graph would.
 * https://learn.microsoft.com/graph/api/group-post-groups#request-body
 */
export function readNewGroup(call: Call): { group: Group; body: Body } {
  const body = bodyOf(call, known);
  const displayName = textIn(body, "displayName");
  const mailNickname = textIn(body, "mailNickname");
  const [mailEnabled, securityEnabled] = [flag(body, "mailEnabled"), flag(body, "securityEnabled")];
  const groupTypes = readKind(body);
  const isUnified = groupTypes.includes("Unified");
  refuseUnwritable(isUnified, mailEnabled, securityEnabled);
  if (isUnified) refuseTakenNickname(call, mailNickname);
  const group = newGroup({
    id: call.tenant.directory.newId(),
    displayName,
    description: body.description == null ? null : textIn(body, "description"),
    mailEnabled,
    mailNickname,
    securityEnabled,
    groupTypes,
    mail: isUnified ? `${mailNickname}@${call.tenant.defaultDomain}` : null,
    visibility: readVisibility(body, isUnified),
    isAssignableToRole: body.isAssignableToRole === true,
    createdDateTime: call.tenant.clock.iso(),
  });
  return { group, body };
}

function flag(body: Body, name: string): boolean {
  const value = body[name];
  if (typeof value === "boolean") return value;
  throw badRequest(`A value is required for property '${name}' of resource 'Group'.`);
}

function readKind(body: Body): string[] {
  const groupTypes = body.groupTypes ?? [];
  const kind = kinds.find((each) => JSON.stringify(each) === JSON.stringify(groupTypes));
  if (!kind)
    throw badRequest("Invalid value specified for property 'groupTypes' of resource 'Group'.");
  if (kind.includes("DynamicMembership")) {
    throw notImplemented(
      "The simulator keeps no membership rule: a dynamic group would stay empty.",
    );
  }
  return kind;
}

/** Graph makes Microsoft 365 groups and security groups; what Exchange masters it only reads. */
function refuseUnwritable(
  isUnified: boolean,
  mailEnabled: boolean,
  securityEnabled: boolean,
): void {
  if (isUnified ? mailEnabled : !mailEnabled && securityEnabled) return;
  throw badRequest(
    isUnified
      ? "The 'mailEnabled' property of a group of the type 'Unified' must be true."
      : "The service does not currently support writes of mail-enabled groups. Please ensure that the mail-enablement property is unset and the security-enablement property is set.",
  );
}

function readVisibility({ visibility }: Body, isUnified: boolean): string | null {
  if (visibility == null) return isUnified ? "Public" : null;
  const found = visibilities.find((each) => each === visibility);
  if (found !== undefined) return found;
  throw badRequest("Invalid value specified for property 'visibility' of resource 'Group'.");
}
