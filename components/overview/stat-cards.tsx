import { numberText } from "@/lib/domain/number-text";
import { makeStyles, tokens } from "@fluentui/react-components";
import { StatCard } from "@/components/ui/stat-card";
import type { Overview } from "@/lib/inventory/inventory";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(150px, 1fr))",
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
});

interface Stat {
  readonly label: string;
  readonly value: number;
  readonly detail: string;
  readonly href: string;
}

function statsOf({
  guests,
  externalMembers,
  withoutSponsor,
  standings,
}: Overview): readonly Stat[] {
  return [
    {
      label: "Guests",
      value: guests,
      detail: `and ${numberText(externalMembers)} external members`,
      href: "/guests?type=guest",
    },
    {
      label: "Stale",
      value: standings.stale,
      detail: "no sign-in for too long",
      href: "/guests?standing=stale",
    },
    {
      label: "Pending",
      value: standings.pending,
      detail: "invited, not accepted",
      href: "/invitations",
    },
    {
      label: "Never signed in",
      value: standings["never-signed-in"],
      detail: "accepted, never came",
      href: "/guests?standing=never-signed-in",
    },
    {
      label: "Unknown",
      value: standings.unknown,
      detail: "sign-ins not readable",
      href: "/guests?standing=unknown",
    },
    {
      label: "Without sponsor",
      value: withoutSponsor,
      detail: "nobody vouches for them",
      href: "/guests?sponsor=without",
    },
  ];
}

/** The numbers a governance team asks for first; each leads to the people behind it. */
export function StatCards({ overview }: { readonly overview: Overview }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {statsOf(overview).map(({ label, value, detail, href }) => (
        <li key={label}>
          <StatCard href={href} label={label} value={numberText(value)} detail={detail} />
        </li>
      ))}
    </ul>
  );
}
