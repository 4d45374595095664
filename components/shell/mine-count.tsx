"use client";

import { CounterBadge, makeStyles } from "@fluentui/react-components";
import { usePathname } from "next/navigation";
import { useConsent } from "@/components/plan/use-consent";
import { counted } from "@/lib/domain/number-text";
import { useUndecidedInstances } from "@/lib/queries/my-reviews";
import { VISUALLY_HIDDEN } from "@/components/ui/visually-hidden";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reading-problem";

const useStyles = makeStyles({
  heard: VISUALLY_HIDDEN,
});

/** How many reviews wait for the signed-in person's decisions; nothing where that is none, or not known. */
export function MineCount() {
  return useConsent(SCOPES_TO_READ_REVIEWS) === "given" ? <Count /> : null;
}

function Count() {
  // The pages of reviews read much from Graph themselves, My reviews just this.
  const count = useUndecidedInstances(!usePathname().startsWith("/reviews"));
  const styles = useStyles();
  if (count === null || count === 0) return null;
  return (
    <>
      <CounterBadge count={count} size="small" color="brand" aria-hidden="true" />
      <span className={styles.heard}>{`${counted(count, "review")} to decide`}</span>
    </>
  );
}
