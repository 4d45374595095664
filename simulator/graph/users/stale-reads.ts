import type { Directory } from "../../state/directory.ts";
import type { User } from "../../state/entities.ts";
import type { Tenant } from "../../state/tenant.ts";

interface Before {
  at: number;
  /** Undefined when there was no such user. */
  row: User | undefined;
}

const past = new WeakMap<Directory, Map<string, Before>>();

/** Keeps a user as they are now, for lists that lag; to be called before a write changes them. */
export function rememberBefore(tenant: Tenant, userId: string): void {
  if (!tenant.conditions.staleReadsMs) return;
  const row = tenant.directory.users.get(userId);
  const ofDirectory = past.get(tenant.directory) ?? new Map<string, Before>();
  past.set(tenant.directory, ofDirectory);
  ofDirectory.set(userId, { at: tenant.clock.now(), row: row ? structuredClone(row) : undefined });
}

/** The directory's users as a list shows them: some as they were a while ago when reads lag. */
export function usersAsListed(tenant: Tenant): User[] {
  const { directory, clock, conditions } = tenant;
  const ofDirectory = past.get(directory);
  if (!conditions.staleReadsMs || !ofDirectory) return [...directory.users.values()];
  const rows = new Map(directory.users);
  for (const [id, before] of ofDirectory) {
    if (clock.now() - before.at >= conditions.staleReadsMs) ofDirectory.delete(id);
    else if (before.row) rows.set(id, before.row);
    else rows.delete(id);
  }
  return [...rows.values()];
}

/** Whether what a list shows depends on the time too, not on the directory's version alone. */
export function readsLag(tenant: Tenant): boolean {
  return Boolean(tenant.conditions.staleReadsMs) && (past.get(tenant.directory)?.size ?? 0) > 0;
}
