import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { StandingBadge } from "@/components/directory/standing-badge";
import type { GridColumn } from "@/components/grid/column";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { GuestRow } from "@/lib/inventory/inventory";

interface OfGuest {
  /** Null: not in the list of guests. Undefined: not known yet. */
  readonly guest: GuestRow | null | undefined;
}

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

/** Says in a cell that nothing is known; the panel says why. */
function NotKnown({ guest }: OfGuest) {
  const styles = useStyles();
  return <Text className={styles.quiet}>{guest === undefined ? "…" : "Not known"}</Text>;
}

function LastSeen({ guest: { guest } }: { readonly guest: GuestRow }) {
  const { lastSeen } = guest;
  switch (lastSeen.kind) {
    case "at":
      return <Moment at={lastSeen.at} />;
    case "never":
      return "Never";
    case "unread":
      return "Not read yet";
    case "unreadable":
      return "Unreadable";
  }
}

function Sponsors({ guest: { guest } }: { readonly guest: GuestRow }) {
  const names = guest.sponsors.map(({ displayName, id }) => displayName ?? id);
  return names.length === 0 ? "None" : <PersonName name={names.join("; ")} />;
}

/** The standing of an item's guest. */
export const STANDING_COLUMN: GridColumn<OfGuest> = {
  id: "standing",
  label: "Standing",
  width: 122,
  sortable: true,
  show: ({ guest }) =>
    guest ? (
      <span title={guest.explanation}>
        <StandingBadge standing={guest.standing.kind} />
      </span>
    ) : (
      <NotKnown guest={guest} />
    ),
};

/** When an item's guest last signed in. */
export const LAST_SEEN_COLUMN: GridColumn<OfGuest> = {
  id: "last-seen",
  label: "Last sign-in",
  width: 130,
  sortable: true,
  show: ({ guest }) => (guest ? <LastSeen guest={guest} /> : <NotKnown guest={guest} />),
};

/** Who vouches for an item's guest. */
export const SPONSOR_COLUMN: GridColumn<OfGuest> = {
  id: "sponsor",
  label: "Sponsor",
  width: 92,
  sortable: true,
  show: ({ guest }) => (guest ? <Sponsors guest={guest} /> : <NotKnown guest={guest} />),
};
