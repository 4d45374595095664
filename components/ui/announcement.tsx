"use client";

import { makeStyles } from "@fluentui/react-components";
import { VISUALLY_HIDDEN } from "./visually-hidden";

const useStyles = makeStyles({
  hidden: VISUALLY_HIDDEN,
});

/** Says something to screen readers alone, each time it changes; what changes often is to be held back before. */
export function Announcement({ children }: { readonly children: string }) {
  const styles = useStyles();
  return (
    <span role="status" className={styles.hidden}>
      {children}
    </span>
  );
}
