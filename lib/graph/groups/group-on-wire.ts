import type { Group } from "@/lib/domain/reviews/group";
import "../jitless";
import { z } from "zod";

/** The properties of a group that decide whether a review of it can be applied. */
export const GROUP_SELECT =
  "$select=id,displayName,groupTypes,mailEnabled,securityEnabled,isAssignableToRole,onPremisesSyncEnabled,resourceProvisioningOptions";

/** https://learn.microsoft.com/graph/api/resources/group */
export const groupOnWire = z.object({
  id: z.string().min(1),
  displayName: z.string().nullish(),
  groupTypes: z.array(z.string()).nullish(),
  mailEnabled: z.boolean().nullish(),
  securityEnabled: z.boolean().nullish(),
  isAssignableToRole: z.boolean().nullish(),
  onPremisesSyncEnabled: z.boolean().nullish(),
  resourceProvisioningOptions: z.array(z.string()).nullish(),
});

type GroupOnWire = z.infer<typeof groupOnWire>;

/** One group in our own nouns. */
export function groupFromWire(wire: GroupOnWire): Group {
  const types = wire.groupTypes ?? [];
  return {
    id: wire.id,
    displayName: wire.displayName ?? wire.id,
    kind: kindOf(wire, types),
    dynamic: types.includes("DynamicMembership"),
    synced: wire.onPremisesSyncEnabled === true,
    roleAssignable: wire.isAssignableToRole === true,
  };
}

/** https://learn.microsoft.com/graph/api/resources/groups-overview */
function kindOf(wire: GroupOnWire, types: readonly string[]): Group["kind"] {
  if (wire.resourceProvisioningOptions?.includes("Team") === true) return "team";
  if (types.includes("Unified")) return "microsoft-365";
  if (wire.mailEnabled !== true) return "security";
  return wire.securityEnabled === true ? "mail-enabled-security" : "distribution";
}
