"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import dynamic from "next/dynamic";
import type { Overview, Progress } from "@/lib/inventory/inventory";
import { NumberCard } from "./number-card";
import { statsOf } from "./stats";

// It reads who holds a role, with the parser of what Graph answers: after the page.
const PrivilegedCard = dynamic(
  () => import("./privileged-card").then(({ PrivilegedCard }) => PrivilegedCard),
  { ssr: false },
);

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(max(150px, 18%), 1fr))",
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
});

/** The numbers a governance team asks for first; each leads to the people behind it. */
export function StatCards(props: { readonly overview: Overview; readonly progress: Progress }) {
  const { overview, progress } = props;
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {statsOf(overview, progress).map((stat) => (
        <li key={stat.label}>
          <NumberCard {...stat} />
        </li>
      ))}
      <PrivilegedCard overview={overview} progress={progress} />
    </ul>
  );
}
