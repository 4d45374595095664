import type { Group } from "../state/entities.ts";
import { newGroup } from "../state/new-group.ts";
import type { Tenant } from "../state/tenant.ts";
import { Fields } from "./fields.ts";
import { groupKinds, type Named } from "./read-guest.ts";
import { personOf } from "./who.ts";
import type { GroupKind, GroupSeen } from "./control-api.ts";

/** Makes a group, or adds to the one of that name: see `GroupRequest`. Nothing is changed when a name in it is unknown. */
export function makeGroup(tenant: Tenant, body: unknown): GroupSeen {
  const fields = new Fields(body);
  const name = fields.text("name");
  const kind = fields.maybe("kind", () => fields.oneOf("kind", groupKinds)) ?? "security";
  const owners = fields.maybe("owners", () => fields.texts("owners")) ?? [];
  const members = fields.maybe("members", () => fields.texts("members")) ?? [];
  fields.end();
  const ownerIds = owners.map((who) => personOf(tenant, who, "owners").id);
  const memberIds = idsOfMembers(tenant, members);
  const group = groupNamed(tenant, { name, kind });
  for (const id of ownerIds) group.ownerIds.add(id);
  for (const id of memberIds) tenant.directory.addMember(group, id);
  return seeGroup(group);
}

/** Looks through the groups once, so that thousands can be named in one call. */
function idsOfMembers(tenant: Tenant, members: readonly string[]): string[] {
  const { groups, users } = tenant.directory;
  const byName = new Map([...groups.values()].map(({ displayName, id }) => [displayName, id]));
  return members.map((who) =>
    users.has(who) ? who : (byName.get(who) ?? personOf(tenant, who, "members").id),
  );
}

/** A group as it really is. */
export function seeGroup({ id, displayName, groupTypes, memberIds, ownerIds }: Group): GroupSeen {
  return { id, displayName, groupTypes, memberIds: [...memberIds], ownerIds: [...ownerIds] };
}

/** The group of that name, made as this kind when there is none. */
export function groupNamed(tenant: Tenant, { name, kind }: Named<GroupKind>): Group {
  const known = existing(tenant, name);
  if (known !== undefined) return known;
  const createdDateTime = tenant.clock.iso();
  const group = newGroup({ displayName: name, createdDateTime, ...traits(name, kind, tenant) });
  tenant.directory.groups.set(group.id, group);
  return group;
}

function existing({ directory }: Tenant, name: string): Group | undefined {
  return [...directory.groups.values()].find(({ displayName }) => displayName === name);
}

function traits(name: string, kind: GroupKind, tenant: Tenant): Partial<Group> {
  const mail = `${name.replace(/[^A-Za-z0-9]/g, "")}@${tenant.defaultDomain}`;
  const unified: Partial<Group> = {
    groupTypes: ["Unified"],
    securityEnabled: false,
    mailEnabled: true,
    mail,
    visibility: "Private",
  };
  switch (kind) {
    case "team":
      return { ...unified, resourceProvisioningOptions: ["Team"] };
    case "microsoft-365":
      return unified;
    case "dynamic":
      return { groupTypes: ["DynamicMembership"], membershipRule: '(user.userType -eq "Guest")' };
    case "role-assignable":
      return { isAssignableToRole: true, visibility: "Private" };
    case "synced":
      return { onPremisesSyncEnabled: true };
    case "mail-enabled":
      return { securityEnabled: false, mailEnabled: true, mail };
    case "security":
      return {};
  }
}
