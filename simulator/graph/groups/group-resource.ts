import type { Resource } from "../odata/resource.ts";
import type { Group } from "../../state/entities.ts";

/** What can be asked of groups: https://learn.microsoft.com/graph/api/resources/group#properties */
export const groupResource: Resource<Group> = {
  name: "Group",
  type: "microsoft.graph.group",
  properties: {
    id: { read: (group) => group.id, filter: { eq: "plain" } },
    displayName: {
      read: (group) => group.displayName,
      filter: { eq: "plain", startsWith: "plain", "ge-le": "plain" },
      orderBy: "plain",
    },
    mail: {
      read: (group) => group.mail,
      filter: { eq: "plain", startsWith: "plain", "ge-le": "plain", "eq-null": "advanced" },
    },
    mailNickname: {
      read: (group) => group.mailNickname,
      filter: { eq: "plain", startsWith: "plain", "ge-le": "plain" },
    },
    mailEnabled: { read: (group) => group.mailEnabled, filter: { eq: "plain" } },
    securityEnabled: { read: (group) => group.securityEnabled, filter: { eq: "plain" } },
    isAssignableToRole: { read: (group) => group.isAssignableToRole, filter: { eq: "plain" } },
    "groupTypes[]": { read: (group) => group.groupTypes, filter: { eq: "plain" } },
    "resourceProvisioningOptions[]": {
      read: (group) => group.resourceProvisioningOptions,
      filter: { eq: "plain" },
    },
    createdDateTime: {
      read: (group) => group.createdDateTime,
      filter: { eq: "plain", "ge-le": "plain" },
    },
    onPremisesSyncEnabled: {
      read: (group) => group.onPremisesSyncEnabled,
      filter: { eq: "plain", "eq-null": "advanced" },
    },
  },
  known: new Set(["description", "membershipRule", "visibility"]),
};
