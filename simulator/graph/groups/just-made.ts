import type { Group } from "../../state/entities.ts";
import type { Tenant } from "../../state/tenant.ts";

const made = new WeakMap<Group, number>();

/** Remembers when a group was made through Graph, for lists that lag. */
export function noteMade(tenant: Tenant, group: Group): void {
  made.set(group, tenant.clock.now());
}

/** The groups as a list shows them: without those just made when reads lag. */
export function groupsAsListed({ directory, clock, conditions }: Tenant): Group[] {
  const lag = conditions.staleReadsMs ?? 0;
  const groups = [...directory.groups.values()];
  if (lag === 0) return groups;
  return groups.filter((group) => clock.now() - (made.get(group) ?? -Infinity) >= lag);
}
