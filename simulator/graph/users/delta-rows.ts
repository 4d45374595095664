import { isTracked } from "./delta-query.ts";
import type { DeltaToken } from "./delta-token.ts";
import { presentUser } from "./present-user.ts";
import { defaultUserProperties } from "./user-properties.ts";
import type { Directory } from "../../state/directory.ts";
import type { User } from "../../state/entities.ts";

/** A user that a round tells about, and which properties changed; null when all may have. */
export interface DeltaRow {
  id: string;
  changed: readonly string[] | null;
}

/** The first round tells about everybody. */
export function firstRows(directory: Directory, ids: readonly string[] | null): DeltaRow[] {
  const all = ids ? ids.filter((id) => directory.users.has(id)) : [...directory.users.keys()];
  return all.map((id) => ({ id, changed: null }));
}

/** A later round tells, once each, about users of whom something selected has changed. */
export function rowsSince(directory: Directory, before: DeltaToken): DeltaRow[] {
  const rows = new Map<string, DeltaRow>();
  const selected = before.select ?? defaultUserProperties;
  const ids = before.ids && new Set(before.ids);
  for (const { sequence, userId, properties } of directory.changes) {
    if (sequence <= before.version || (ids && !ids.has(userId))) continue;
    const seen = properties?.filter((name) => isTracked(name) && selected.includes(name)) ?? null;
    if (seen?.length === 0) continue;
    const known = rows.get(userId);
    const changed =
      known?.changed === null || seen === null ? null : [...(known?.changed ?? []), ...seen];
    rows.set(userId, { id: userId, changed });
  }
  return [...rows.values()];
}

/** One row as Graph shows it: a user, or a note that they went to the deleted items or are gone. */
export function deltaRow(
  directory: Directory,
  row: DeltaRow,
  select: readonly string[] | null,
  isMinimal: boolean,
): Record<string, unknown> {
  const user = directory.users.get(row.id);
  if (!user) {
    const reason = directory.deletedUsers.has(row.id) ? "changed" : "deleted";
    return { id: row.id, "@removed": { reason } };
  }
  const selected = select ?? defaultUserProperties;
  const names =
    isMinimal && row.changed ? selected.filter((name) => row.changed?.includes(name)) : selected;
  return { ...presentUser(user, names), ...managerDelta(user, names), id: user.id };
}

function managerDelta(user: User, names: readonly string[]): Record<string, unknown> {
  if (!names.includes("manager") || user.managerId === null) return {};
  return { "manager@delta": [{ "@odata.type": "#microsoft.graph.user", id: user.managerId }] };
}
