import type { DirectoryObject, ObjectKind } from "./directory-object.ts";
import { defaultUserProperties, userProperties } from "../users/user-properties.ts";
import type { Group, User } from "../../state/entities.ts";

type Properties<Row> = Readonly<Record<string, (row: Row) => unknown>>;

/** What Graph shows of one kind of object; the first list is what comes without `$select`. */
export interface Shape<Row> {
  byDefault: readonly string[];
  properties: Properties<Row>;
}

function plain<Row>(...names: (keyof Row & string)[]): Properties<Row> {
  return Object.fromEntries(names.map((name) => [name, (row: Row) => row[name]]));
}

const never = () => null;

// Sign-in activity is read from /users alone.
const userShown = Object.fromEntries(
  Object.entries(userProperties).filter(([name]) => name !== "signInActivity"),
);

/** https://learn.microsoft.com/graph/api/resources/user#properties */
export const userShape: Shape<User> = {
  byDefault: defaultUserProperties,
  properties: userShown,
};

const groupProperties: Properties<Group> = {
  ...plain<Group>(
    "id",
    "displayName",
    "description",
    "mail",
    "mailEnabled",
    "mailNickname",
    "securityEnabled",
    "groupTypes",
    "membershipRule",
    "isAssignableToRole",
    "onPremisesSyncEnabled",
    "resourceProvisioningOptions",
    "visibility",
    "createdDateTime",
  ),
  deletedDateTime: never,
};

/** https://learn.microsoft.com/graph/api/resources/group#properties */
export const groupShape: Shape<Group> = {
  byDefault: Object.keys(groupProperties),
  properties: groupProperties,
};

function whole<Row>(properties: Properties<Row>): Shape<Row> {
  return { byDefault: Object.keys(properties), properties };
}

/** Which properties each kind of directory object has. */
export const shapes: {
  readonly [Kind in ObjectKind]: Shape<Extract<DirectoryObject, { kind: Kind }>["row"]>;
} = {
  user: userShape,
  group: groupShape,
  directoryRole: whole({
    ...plain("id", "displayName", "roleTemplateId"),
    deletedDateTime: never,
    description: never,
  }),
  servicePrincipal: whole({ ...plain("id", "appId", "displayName"), deletedDateTime: never }),
  application: whole({ ...plain("id", "appId", "displayName"), deletedDateTime: never }),
};
