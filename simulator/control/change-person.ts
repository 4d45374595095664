import type { User } from "../state/entities.ts";
import type { Tenant } from "../state/tenant.ts";
import { ControlRefusal, Fields } from "./fields.ts";
import { instantOf } from "./instants.ts";
import { signInsFrom } from "./last-seen.ts";
import { personOf } from "./who.ts";
import type { PersonChange } from "./control-api.ts";

/** Changes a person behind the product's back, as somebody in another console would: no effect is noted. */
export function changePerson(tenant: Tenant, id: string, body: unknown): User {
  const { directory, clock } = tenant;
  const user = directory.users.get(id) ?? directory.deletedUsers.get(id);
  if (user === undefined) throw new ControlRefusal("id", `nobody here has the id '${id}'`, 404);
  const { deleted, lastSeen, sponsors, ...direct } = readChange(body, clock.now());
  const changes: Partial<User> = {
    ...(lastSeen !== undefined && { signIns: signInsFrom(lastSeen, clock.now()) }),
    ...(sponsors !== undefined && {
      sponsorIds: sponsors.map((who) => personOf(tenant, who, "sponsors").id),
    }),
  };
  Object.assign(user, direct, changes);
  if (deleted === undefined) directory.noteChange(id, "changed");
  else move(tenant, user, deleted);
  return user;
}

function move({ directory, clock }: Tenant, user: User, deleted: boolean): void {
  const from = deleted ? directory.users : directory.deletedUsers;
  const to = deleted ? directory.deletedUsers : directory.users;
  if (!from.delete(user.id)) return;
  user.deletedDateTime = deleted ? clock.iso() : null;
  to.set(user.id, user);
  directory.noteChange(user.id, deleted ? "soft-deleted" : "changed");
}

function readChange(body: unknown, now: number): PersonChange {
  const fields = new Fields(body);
  const textOrNull = (name: keyof PersonChange) =>
    fields.maybe(name, () => fields.orNull(name, () => fields.text(name)));
  const flagOrNull = (name: keyof PersonChange) =>
    fields.maybe(name, () => fields.orNull(name, () => fields.flag(name)));
  const wordOrNull = (name: keyof PersonChange, words: readonly string[]) =>
    fields.maybe(name, () => fields.orNull(name, () => fields.oneOf(name, words)));
  const read: Record<keyof PersonChange, unknown> = {
    displayName: textOrNull("displayName"),
    mail: textOrNull("mail"),
    companyName: textOrNull("companyName"),
    jobTitle: textOrNull("jobTitle"),
    userType: wordOrNull("userType", ["Guest", "Member"]),
    externalUserState: wordOrNull("externalUserState", ["PendingAcceptance", "Accepted"]),
    accountEnabled: fields.maybe("accountEnabled", () => fields.flag("accountEnabled")),
    onPremisesSyncEnabled: flagOrNull("onPremisesSyncEnabled"),
    createdDateTime: fields.maybe("createdDateTime", () => created(fields, now)),
    lastSeen: fields.maybe("lastSeen", () => fields.text("lastSeen")),
    sponsors: fields.maybe("sponsors", () => fields.texts("sponsors")),
    deleted: fields.maybe("deleted", () => fields.flag("deleted")),
  };
  fields.end();
  const present = Object.entries(read).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present);
}

function created(fields: Fields, now: number): string | null {
  return fields.orNull("createdDateTime", () => {
    const at = instantOf(fields.text("createdDateTime"), now);
    if (at === undefined) throw fields.refuse("createdDateTime", "must be an instant");
    return at;
  });
}
