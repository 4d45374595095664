import { dayOf } from "@/lib/domain/calendar";
import { counted } from "@/lib/domain/number-text";
import { Badge } from "@fluentui/react-components";
import type { GridColumn } from "@/components/grid/column";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { Guest, LastSeen } from "@/lib/domain/guest";
import type { GuestRow } from "@/lib/inventory/inventory";
import { StandingBadge } from "@/components/directory/standing-badge";
import { IDENTITY_WORD, STANDING_WORD, USER_TYPE_WORD } from "@/components/directory/guest-labels";

const isoDay = (at: number | null) => (at === null ? "" : dayOf(at));

function lastSeenText(lastSeen: LastSeen): string {
  switch (lastSeen.kind) {
    case "at":
      return isoDay(lastSeen.at);
    case "never":
      return "Never";
    case "unread":
      return "Not read yet";
    case "unreadable":
      return "Unreadable";
  }
}

const pendingSince = ({ redemption }: Guest) =>
  redemption.kind === "pending" ? redemption.since : null;

const sponsorNames = ({ sponsors }: Guest) =>
  sponsors.map(({ displayName, id }) => displayName ?? id).join("; ");

const name: GridColumn<GuestRow> = {
  id: "name",
  label: "Name",
  width: 140,
  grow: 2,
  sortable: true,
  show: ({ guest }) => <PersonName name={guest.displayName} />,
  text: ({ guest }) => guest.displayName,
};

const mail: GridColumn<GuestRow> = {
  id: "mail",
  label: "Mail",
  width: 160,
  grow: 2,
  sortable: true,
  show: ({ guest }) => <PersonName name={guest.mail ?? guest.userPrincipalName} />,
  text: ({ guest }) => guest.mail ?? "",
};

const partner: GridColumn<GuestRow> = {
  id: "partner",
  label: "Partner",
  width: 125,
  grow: 1.5,
  sortable: true,
  show: ({ guest }) => <PersonName name={guest.partner} fallback="Unknown" />,
  text: ({ guest }) => guest.partner,
};

const identity: GridColumn<GuestRow> = {
  id: "identity",
  label: "Identity provider",
  width: 135,
  sortable: true,
  show: ({ guest }) => IDENTITY_WORD[guest.identityClass],
  text: ({ guest }) => IDENTITY_WORD[guest.identityClass],
};

const isOverdue = ({ standing: judged }: GuestRow) => judged.kind === "pending" && judged.overdue;

const standing: GridColumn<GuestRow> = {
  id: "standing",
  label: "Standing",
  width: 150,
  sortable: true,
  show: (row) => (
    <span title={row.explanation}>
      <StandingBadge standing={row.standing.kind} overdue={isOverdue(row)} />
    </span>
  ),
  text: (row) => `${STANDING_WORD[row.standing.kind]}${isOverdue(row) ? ", overdue" : ""}`,
};

const reason: GridColumn<GuestRow> = {
  id: "reason",
  label: "Why",
  width: 175,
  grow: 2.5,
  show: (row) => <PersonName name={row.explanation} />,
  text: (row) => row.explanation,
};

const lastSeen: GridColumn<GuestRow> = {
  id: "last-seen",
  label: "Last sign-in",
  width: 120,
  sortable: true,
  show: ({ guest }) =>
    guest.lastSeen.kind === "at" ? <Moment at={guest.lastSeen.at} /> : lastSeenText(guest.lastSeen),
  text: ({ guest }) => lastSeenText(guest.lastSeen),
  isUtcDay: true,
};

const created: GridColumn<GuestRow> = {
  id: "created",
  label: "Created",
  width: 95,
  sortable: true,
  show: ({ guest }) => (guest.createdAt === null ? "Unknown" : <Moment at={guest.createdAt} />),
  text: ({ guest }) => isoDay(guest.createdAt),
  isUtcDay: true,
};

const invited: GridColumn<GuestRow> = {
  id: "pending-since",
  label: "Waiting since",
  width: 130,
  sortable: true,
  show: ({ guest }) => {
    const since = pendingSince(guest);
    return since === null ? "Unknown" : <Moment at={since} as="date" />;
  },
  text: ({ guest }) => isoDay(pendingSince(guest)),
  isUtcDay: true,
};

function ageText({ standing: judged }: GuestRow): string {
  if (judged.kind !== "pending" || judged.waitingDays === null) return "Unknown";
  return counted(judged.waitingDays, "day");
}

const age: GridColumn<GuestRow> = {
  id: "age",
  label: "Age",
  width: 150,
  show: (row) => (
    <>
      {ageText(row)}{" "}
      {isOverdue(row) && (
        <Badge appearance="tint" color="severe" shape="rounded">
          Overdue
        </Badge>
      )}
    </>
  ),
  text: (row) => `${ageText(row)}${isOverdue(row) ? ", overdue" : ""}`,
};

const sponsor: GridColumn<GuestRow> = {
  id: "sponsor",
  label: "Sponsor",
  width: 120,
  sortable: true,
  show: ({ guest }) =>
    guest.sponsors.length === 0 ? "None" : <PersonName name={sponsorNames(guest)} />,
  text: ({ guest }) => sponsorNames(guest),
};

const type: GridColumn<GuestRow> = {
  id: "type",
  label: "Type",
  width: 120,
  show: ({ guest }) => USER_TYPE_WORD[guest.userType],
  text: ({ guest }) => USER_TYPE_WORD[guest.userType],
};

/** What the Guests page can show of a guest, in the order in which it does. */
export const GUEST_COLUMNS = [
  name,
  mail,
  partner,
  identity,
  standing,
  reason,
  lastSeen,
  created,
  sponsor,
  type,
] as const;

/** What matters of somebody who has not accepted yet. */
export const PENDING_COLUMNS = [name, mail, partner, invited, age, reason, sponsor] as const;

/** Who invited a guest, in a word, as far as the audit log tells. */
export function invitedByColumn(inviterOf: (guestId: string) => string): GridColumn<GuestRow> {
  return {
    id: "invited-by",
    label: "Invited by",
    width: 120,
    show: ({ guest }) => <PersonName name={inviterOf(guest.id)} />,
    text: ({ guest }) => inviterOf(guest.id),
  };
}
