"use client";

import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { PersonName } from "@/components/ui/person-name";
import type { Plan, Skipped } from "@/lib/domain/plan";
import { KIND_WORDS, SKIP_WORDS } from "./words";

const SHOWN = 100;

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  list: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    maxHeight: "180px",
    overflowY: "auto",
    listStyleType: "none",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  item: {
    display: "flex",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalXXS,
    paddingBottom: tokens.spacingVerticalXXS,
  },
  detail: { color: tokens.colorNeutralForeground2, textAlign: "end" },
});

interface ListProps {
  readonly label: string;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly detail: string;
  }[];
}

/** People of a plan, a line each; the first hundred of them. */
function People({ label, people }: ListProps) {
  const styles = useStyles();
  return (
    <ul aria-label={label} tabIndex={0} className={styles.list}>
      {people.slice(0, SHOWN).map(({ id, name, detail }) => (
        <li key={id} className={styles.item}>
          <PersonName name={name} fallback={id} />
          <Text size={200} className={styles.detail}>
            {detail}
          </Text>
        </li>
      ))}
      {people.length > SHOWN && <li>and {(people.length - SHOWN).toLocaleString("en")} more</li>}
    </ul>
  );
}

const skippedPerson = ({ guest, because }: Skipped) => ({
  id: guest.id,
  name: guest.displayName,
  detail: SKIP_WORDS[because],
});

/** Who is decided on, what changes for them, and who is left alone and why: before anything is sent. */
export function PlanPreview({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const { decisions, skipped, kind } = plan;
  return (
    <div className={styles.box}>
      <Text>{KIND_WORDS[kind].changes}</Text>
      <Text weight="semibold">
        {decisions.length === 0
          ? "Nobody of this selection can be decided on"
          : `${decisions.length.toLocaleString("en")} ${decisions.length === 1 ? "guest" : "guests"}`}
      </Text>
      {decisions.length > 0 && (
        <People
          label="Who is decided on"
          people={decisions.map(({ guest, decision }) => ({
            id: guest.id,
            name: guest.displayName,
            detail: decision.known.explanation,
          }))}
        />
      )}
      {skipped.length > 0 && (
        <>
          <Text weight="semibold">{skipped.length.toLocaleString("en")} left alone</Text>
          <People label="Who is left alone" people={skipped.map(skippedPerson)} />
        </>
      )}
    </div>
  );
}
