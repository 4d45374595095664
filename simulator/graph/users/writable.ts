import { badRequest, notImplemented } from "../errors.ts";
import { propertiesElsewhere, propertiesNotKept, userProperties } from "./user-properties.ts";
import type { User } from "../../state/entities.ts";

type Shape = (value: unknown) => boolean;

const aBoolean: Shape = (value) => typeof value === "boolean";
const aText =
  (longest: number): Shape =>
  (value) =>
    value === null || (typeof value === "string" && value !== "" && value.length <= longest);
const aName: Shape = (value) => value !== null && aText(256)(value);
const texts: Shape = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

/** Properties that PATCH may write here, with what each takes. */
const writable: Readonly<Record<string, Shape>> = {
  accountEnabled: aBoolean,
  city: aText(128),
  companyName: aText(64),
  country: aText(128),
  department: aText(64),
  displayName: aName,
  givenName: aText(64),
  jobTitle: aText(128),
  mailNickname: aName,
  otherMails: texts,
  preferredLanguage: aText(64),
  surname: aText(64),
  usageLocation: (value) => value === null || (typeof value === "string" && value.length === 2),
  userType: (value) => value === "Member" || value === "Guest",
};

/** The changes a PATCH body asks for; refuses properties that do not exist, are read-only or have a wrong value. */
export function changesIn(body: unknown): Partial<User> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw badRequest("A non-empty request body is expected.");
  }
  const entries = Object.entries(body).filter(([name]) => !name.startsWith("@odata."));
  if (entries.length === 0) throw badRequest("No update properties were specified.");
  for (const [name, value] of entries) refuseUnwritable(name, value);
  return Object.fromEntries(entries);
}

function refuseUnwritable(name: string, value: unknown): void {
  const shape = Object.hasOwn(writable, name) ? writable[name] : undefined;
  if (shape?.(value)) return;
  if (shape) throw badRequest(`Invalid value specified for property '${name}' of resource 'User'.`);
  if (readOnly.has(name)) {
    throw badRequest(`Property '${name}' is read-only and cannot be set.`);
  }
  if (
    Object.hasOwn(userProperties, name) ||
    propertiesElsewhere.has(name) ||
    propertiesNotKept.has(name)
  ) {
    throw notImplemented(`The simulator does not write '${name}' of a user.`);
  }
  throw badRequest(`Invalid property '${name}'.`);
}

const readOnly: ReadonlySet<string> = new Set([
  "createdDateTime",
  "creationType",
  "deletedDateTime",
  "externalUserState",
  "externalUserStateChangeDateTime",
  "id",
  "onPremisesSyncEnabled",
  "proxyAddresses",
  "signInActivity",
]);
