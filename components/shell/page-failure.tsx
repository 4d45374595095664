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

/** A part of the page did not come: after an update the server no longer has the parts of the page before. */
const isPartMissing = ({ name }: Error) => name === "ChunkLoadError";

interface PageFailureProps {
  readonly error: Error & { readonly digest?: string };
  readonly onRetry: () => void;
  readonly onReload: () => void;
}

/**
 * A page could not be drawn. Its button is a plain one: this page belongs to every route and is bundled apart from the
 * others, so Fluent's button would be loaded a second time.
 */
export function PageFailure({ error, onRetry, onReload }: PageFailureProps) {
  const styles = useStyles();
  const { digest = null } = error;
  const isReload = isPartMissing(error);
  return (
    <ErrorCard
      happened={
        isReload ? "A part of this page could not be loaded." : "This page could not be shown."
      }
      notDone="This failure changed nothing in your directory."
      tryThis={isReload ? RELOAD : digest === null ? RETRY : RETRY_WITH_REFERENCE}
      reference={digest}
      actions={
        <button type="button" className={styles.retry} onClick={isReload ? onReload : onRetry}>
          {isReload ? "Reload the page" : "Try again"}
        </button>
      }
    />
  );
}

const RELOAD =
  "The network may have failed, or Guestlist was updated since you opened it. Reload the page.";
const RETRY = "Try again. If it keeps happening, tell the people who run Guestlist for you.";
const RETRY_WITH_REFERENCE =
  "Try again. If it keeps happening, give the reference to the people who run Guestlist for you.";
