"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import { Facts } from "@/components/ui/fact-list";
import { TitledCard } from "@/components/ui/titled-card";
import { THIRD_PARTY } from "./third-party";

const useStyles = makeStyles({
  summary: { cursor: "pointer" },
  list: { columnWidth: "16rem", margin: `${tokens.spacingVerticalS} 0 0`, paddingLeft: "1.2rem" },
});

/** Which version this is, under which licence, and what of others is in it. */
export function About() {
  const styles = useStyles();
  return (
    <TitledCard title="About Guestlist">
      <Facts
        facts={[
          // Set by next.config.js when the app is built.
          { name: "Version", fact: process.env.GUESTLIST_VERSION ?? "Not a build" },
          { name: "Licence", fact: "MIT License. Copyright (c) 2026 The Guestlist authors" },
        ]}
      />
      <details>
        <summary className={styles.summary}>Software of others, with its licences</summary>
        <ul className={styles.list}>
          {THIRD_PARTY.map(([name, licence]) => (
            <li key={name}>
              {name}: {licence}
            </li>
          ))}
        </ul>
      </details>
    </TitledCard>
  );
}
