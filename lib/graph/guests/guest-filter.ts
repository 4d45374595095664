/** The two kinds of external people: guests, and members who were invited. */
export const GUEST_KINDS = ["guest", "member"] as const;

export type GuestKind = (typeof GUEST_KINDS)[number];

const filters: Readonly<Record<GuestKind, string>> = {
  guest: "userType eq 'Guest'",
  member: "userType eq 'Member' and creationType eq 'Invitation'",
};

/** The `$filter` that finds one kind; plain, so that it may go together with `$expand`. */
export function guestFilter(kind: GuestKind): string {
  return `$filter=${encodeURIComponent(filters[kind])}`;
}
