import { makeStyles, Text, tokens } from "@fluentui/react-components";
import NextLink from "next/link";
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
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow4,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    "&:hover": { boxShadow: tokens.shadow8 },
    "&:focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  hint: { color: tokens.colorNeutralForeground2 },
});

interface Stat {
  readonly label: string;
  readonly count: number;
  readonly hint: string;
  readonly href: string;
}

function statsOf(overview: Overview): readonly Stat[] {
  const { standings } = overview;
  return [
    {
      label: "Guests",
      count: overview.guests,
      hint: `and ${overview.externalMembers.toLocaleString("en")} external members`,
      href: "/guests?type=guest",
    },
    {
      label: "Stale",
      count: standings.stale,
      hint: "no sign-in for too long",
      href: "/guests?standing=stale",
    },
    {
      label: "Pending",
      count: standings.pending,
      hint: "invited, not accepted",
      href: "/invitations",
    },
    {
      label: "Never signed in",
      count: standings["never-signed-in"],
      hint: "accepted, never came",
      href: "/guests?standing=never-signed-in",
    },
    {
      label: "Unknown",
      count: standings.unknown,
      hint: "sign-ins not readable",
      href: "/guests?standing=unknown",
    },
    {
      label: "Without sponsor",
      count: overview.withoutSponsor,
      hint: "nobody vouches for them",
      href: "/guests?sponsor=without",
    },
  ];
}

/** The numbers a governance team asks for first; each leads to the people behind it. */
export function StatCards({ overview }: { readonly overview: Overview }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {statsOf(overview).map(({ label, count, hint, href }) => (
        <li key={label}>
          <NextLink href={href} className={styles.card} prefetch={false}>
            <Text size={300} weight="semibold">
              {label}
            </Text>
            <Text size={700} weight="semibold">
              {count.toLocaleString("en")}
            </Text>
            <Text size={200} className={styles.hint}>
              {hint}
            </Text>
          </NextLink>
        </li>
      ))}
    </ul>
  );
}
