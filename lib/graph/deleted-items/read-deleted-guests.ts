import { USER_READ_ALL } from "@/lib/domain/graph-scopes";
import type { Guest } from "@/lib/domain/guest";
import { DAY, type Days, type Instant } from "@/lib/domain/time";
import type { Graph } from "../graph";
import { GUEST_FIELDS, guestFromWire, guestOnWire } from "../guests/guest-on-wire";
import { instantFromWire } from "../guests/instant-on-wire";

/** https://learn.microsoft.com/graph/api/resources/directory#deleted-items */
const KEPT_FOR: Days = 30;

/** A guest whose account was removed and can still be restored. */
export interface DeletedGuest {
  readonly guest: Guest;
  readonly deletedAt: Instant | null;
  /** After this the account is gone for good; null when nobody knows when it was deleted. */
  readonly goneAt: Instant | null;
}

const deletedOnWire = guestOnWire.extend({ deletedDateTime: guestOnWire.shape.createdDateTime });

/** Every deleted guest of the tenant; deleted members are left out. */
export async function readDeletedGuests(
  graph: Graph,
  signal?: AbortSignal,
): Promise<readonly DeletedGuest[]> {
  const fields = [...GUEST_FIELDS, "deletedDateTime"].join(",");
  const path = `/directory/deletedItems/microsoft.graph.user?$select=${fields}&$top=999`;
  const found = new Map<string, DeletedGuest>();
  const pages = graph.pages(path, {
    scopes: [USER_READ_ALL],
    schema: deletedOnWire,
    ...(signal && { signal }),
  });
  for await (const { items } of pages) {
    for (const wire of items) {
      if (wire.userType !== "Guest") continue;
      const deletedAt = instantFromWire(wire.deletedDateTime);
      const goneAt = deletedAt === null ? null : deletedAt + KEPT_FOR * DAY;
      found.set(wire.id, { guest: guestFromWire(wire, "unread"), deletedAt, goneAt });
    }
  }
  return [...found.values()].sort((one, other) => (other.deletedAt ?? 0) - (one.deletedAt ?? 0));
}
