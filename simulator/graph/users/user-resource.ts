import { propertiesElsewhere, propertiesNotKept, userProperties } from "./user-properties.ts";
import type { Property, Resource } from "../odata/resource.ts";
import type { Directory } from "../../state/directory.ts";
import type { User } from "../../state/entities.ts";

type Matrix = Record<string, Property<User>>;

const isPlain = { eq: "plain" } as const;
const text = { eq: "plain", "eq-null": "advanced", startsWith: "plain" } as const;

/**
 * Which filter the directory answers for a user's property.
 * https://learn.microsoft.com/graph/aad-advanced-queries#user-properties
 */
const plainMatrix: Matrix = {
  id: { read: (user) => user.id, filter: isPlain },
  userType: { read: (user) => user.userType, filter: { eq: "plain", "eq-null": "advanced" } },
  accountEnabled: { read: (user) => user.accountEnabled, filter: isPlain },
  creationType: { read: (user) => user.creationType, filter: isPlain },
  externalUserState: { read: (user) => user.externalUserState, filter: isPlain },
  externalUserStateChangeDateTime: {
    read: (user) => user.externalUserStateChangeDateTime,
    filter: isPlain,
  },
  createdDateTime: {
    read: (user) => user.createdDateTime,
    filter: { eq: "plain", "ge-le": "plain", "eq-null": "advanced" },
    orderBy: "advanced",
  },
  deletedDateTime: { read: (user) => user.deletedDateTime, orderBy: "advanced" },
  companyName: {
    read: (user) => user.companyName,
    filter: { eq: "advanced", startsWith: "advanced", "eq-null": "advanced" },
  },
  department: { read: (user) => user.department, filter: { eq: "plain", "eq-null": "advanced" } },
  jobTitle: { read: (user) => user.jobTitle, filter: text },
  city: { read: (user) => user.city, filter: text },
  country: { read: (user) => user.country, filter: text },
  givenName: { read: (user) => user.givenName, filter: text },
  surname: { read: (user) => user.surname, filter: text },
  mail: { read: (user) => user.mail, filter: { ...text, endsWith: "advanced" } },
  displayName: { read: (user) => user.displayName, filter: text, orderBy: "plain" },
  mailNickname: { read: (user) => user.mailNickname, filter: text },
  usageLocation: { read: (user) => user.usageLocation, filter: text },
  userPrincipalName: {
    read: (user) => user.userPrincipalName,
    filter: { eq: "plain", startsWith: "plain", endsWith: "advanced" },
    orderBy: "plain",
  },
  "otherMails[]": {
    read: (user) => user.otherMails,
    filter: { eq: "plain", startsWith: "plain", endsWith: "advanced" },
  },
  "proxyAddresses[]": {
    read: (user) => userProperties.proxyAddresses?.(user),
    filter: { eq: "plain", startsWith: "plain", endsWith: "advanced" },
  },
  "identities[]/issuer": { read: (user) => user.identities, filter: { eq: "plain-only" } },
  "identities[]/issuerAssignedId": {
    read: (user) => user.identities,
    filter: { eq: "plain-only" },
    needs: "identities[]/issuer",
  },
  showInAddressList: { read: () => null, filter: { eq: "advanced" } },
  "assignedLicenses/$count": { read: () => 0, filter: { eq: "advanced" }, onlyNumbers: [0] },
  ...activityMatrix(),
};

/** Sign-in times answer eq, ge and le, but never beside another property. */
function activityMatrix(): Matrix {
  const time = (read: (user: User) => string | undefined): Property<User> => ({
    read,
    filter: { eq: "plain", "ge-le": "plain" },
    alone: true,
  });
  return {
    "signInActivity/lastSignInDateTime": time((user) => user.signIns?.lastAttemptAt),
    "signInActivity/lastNonInteractiveSignInDateTime": time(
      (user) => user.signIns?.lastNonInteractiveAt,
    ),
    "signInActivity/lastSuccessfulSignInDateTime": time((user) => user.signIns?.lastSuccessAt),
  };
}

const known = new Set([
  ...Object.keys(userProperties),
  ...propertiesElsewhere,
  ...propertiesNotKept,
  "ownedObjects",
  "manager",
  "memberOf",
  "sponsors",
]);

/** What can be asked of one directory's users. */
export function userResource(directory: Directory): Resource<User> {
  const owned = new OwnedCounts(directory);
  const properties: Matrix = {
    ...plainMatrix,
    "ownedObjects/$count": {
      read: (user) => owned.of(user.id),
      filter: { eq: "advanced" },
      onlyNumbers: [0, 1],
    },
  };
  return { name: "User", type: "microsoft.graph.user", properties, known };
}

/** Counted once for a whole reading, since asking for each user would read every group each time. */
class OwnedCounts {
  #counts: Map<string, number> | undefined;

  constructor(readonly directory: Directory) {}

  of(userId: string): number {
    this.#counts ??= this.#count();
    return this.#counts.get(userId) ?? 0;
  }

  #count(): Map<string, number> {
    const counts = new Map<string, number>();
    const { groups, applications, servicePrincipals } = this.directory;
    for (const kind of [groups, applications, servicePrincipals]) {
      for (const { ownerIds } of kind.values()) {
        for (const id of ownerIds) counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
    return counts;
  }
}
