import { asText, ControlRefusal, Fields } from "./fields.ts";
import type { GroupKind, GuestRequest, OwnedKind, Provider } from "./control-api.ts";

export const groupKinds: readonly GroupKind[] = [
  "team",
  "microsoft-365",
  "dynamic",
  "role-assignable",
  "security",
  "synced",
  "mail-enabled",
];
const ownedKinds: readonly OwnedKind[] = ["application", "servicePrincipal", "group"];
const providers: readonly Provider[] = ["entra", "google", "microsoft-account", "otp", "federated"];
const aCentury = 36_500;

export interface Named<Kind extends string> {
  name: string;
  kind: Kind;
}

export type GuestRead = Omit<GuestRequest, "groups" | "owns"> & {
  groups: Named<GroupKind>[];
  owns: Named<OwnedKind>[];
};

/** Reads "a person by oddity", or refuses it with the field's name. */
export function readGuest(body: unknown): GuestRead {
  const fields = new Fields(body);
  const days = (name: string) => fields.number(name, 0, aCentury);
  const read: Record<keyof GuestRequest, unknown> = {
    name: fields.text("name"),
    mail: fields.maybe("mail", () => mail(fields)),
    lastSeen: fields.maybe("lastSeen", () => fields.text("lastSeen")),
    state: fields.maybe("state", () => fields.oneOf("state", ["accepted", "pending"])),
    invitedDaysAgo: fields.maybe("invitedDaysAgo", () => days("invitedDaysAgo")),
    createdDaysAgo: fields.maybe("createdDaysAgo", () =>
      fields.orNull("createdDaysAgo", () => days("createdDaysAgo")),
    ),
    enabled: fields.maybe("enabled", () => fields.flag("enabled")),
    type: fields.maybe("type", () => fields.oneOf("type", ["Guest", "Member"])),
    provider: fields.maybe("provider", () => fields.oneOf("provider", providers)),
    company: fields.maybe("company", () => fields.text("company")),
    sponsors: fields.maybe("sponsors", () => fields.texts("sponsors")),
    invitedBy: fields.maybe("invitedBy", () => fields.text("invitedBy")),
    groups: named(fields, "groups", groupKinds, "security"),
    roles: fields.maybe("roles", () => fields.texts("roles")),
    eligibleFor: fields.maybe("eligibleFor", () => fields.texts("eligibleFor")),
    owns: named(fields, "owns", ownedKinds, "application"),
  };
  fields.end();
  const present = Object.entries(read).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as unknown as GuestRead;
}

function mail(fields: Fields): string {
  const text = fields.text("mail");
  if (!text.includes("@")) throw fields.refuse("mail", "must be a mail address");
  return text;
}

function named<Kind extends string>(
  fields: Fields,
  name: string,
  kinds: readonly Kind[],
  ordinary: Kind,
): Named<Kind>[] {
  const read = (item: unknown, field: string): Named<Kind> => {
    if (typeof item === "string") return { name: asText(item, field), kind: ordinary };
    const inner = new Fields(item, field);
    const both = { name: inner.text("name"), kind: inner.oneOf("kind", kinds) };
    inner.end();
    return both;
  };
  const all = fields.maybe(name, () => fields.list(name, read)) ?? [];
  const names = new Set(all.map((one) => one.name));
  if (names.size !== all.length) throw new ControlRefusal(name, "names something twice");
  return all;
}
