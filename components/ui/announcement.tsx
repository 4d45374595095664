"use client";

import { makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
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
