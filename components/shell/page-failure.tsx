"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import { ErrorCard } from "@/components/ui/error-card";

const useStyles = makeStyles({
  retry: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightSemibold,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
});

/**
 * A page could not be drawn. Its button is a plain one: this page belongs to every route and is bundled apart from the
 * others, so Fluent's button would be loaded a second time.
 */
export function PageFailure(props: {
  readonly digest: string | null;
  readonly onRetry: () => void;
}) {
  const styles = useStyles();
  return (
    <ErrorCard
      happened="This page could not be shown."
      notDone="Nothing was sent to your directory."
      tryThis="Try again. If it keeps happening, give the reference to the people who run Guestlist for you."
      reference={props.digest}
      actions={
        <button type="button" className={styles.retry} onClick={props.onRetry}>
          Try again
        </button>
      }
    />
  );
}
