"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import { ErrorCircleRegular } from "@fluentui/react-icons";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";

const useStyles = makeStyles({
  mark: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorStatusDangerForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** Beside an entry of a list: something of it is not stored as it was recorded. */
export function AlteredMark() {
  const styles = useStyles();
  return (
    <span className={styles.mark}>
      <ErrorCircleRegular aria-hidden="true" /> Not as recorded
    </span>
  );
}

/** In an entry's panel: what follows may be false, and where it is said what was changed. */
export function AlteredNotice() {
  return (
    <Notice intent="error" title="Not as recorded">
      This entry, or something shown with it, is not stored as it was recorded.{" "}
      <AppLink href="/history/integrity">Check the history</AppLink>: it names the first thing that
      does not fit.
    </Notice>
  );
}
