"use client";

import { numberText } from "@/lib/domain/number-text";
import { Button, makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import dynamic from "next/dynamic";
import { useEffect } from "react";
import { Announcement } from "@/components/ui/announcement";
import { useSecondsUntil } from "@/components/ui/use-seconds-until";
import { inventory } from "@/lib/inventory/use-inventory";
import type { Progress } from "@/lib/inventory/inventory";

const loadFailure = async () => (await import("./reading-failure")).ReadingFailure;

/** Rarely shown, so the start page does not wait for it. */
const ReadingFailure = dynamic(loadFailure, { ssr: false });

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  line: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM, flexWrap: "wrap" },
  words: { color: tokens.colorNeutralForeground2 },
});

function wordsFor(progress: Progress, waiting: number | null): string {
  const of = progress.expected === null ? "" : ` of ${numberText(progress.expected)}`;
  const rate =
    progress.perSecond > 0 ? `, ${numberText(Math.round(progress.perSecond))} a second` : "";
  const wait = waiting === null ? "" : ` Microsoft Graph asks us to wait ${String(waiting)} s.`;
  switch (progress.phase) {
    case "idle":
      return "Waiting to read the directory.";
    case "directory":
      return `Reading guests: ${numberText(progress.read)}${of}${rate}.${wait}`;
    case "sign-ins":
      return `${numberText(progress.read)} guests read. Reading their sign-ins${rate}.${wait}`;
    case "paused":
      return `Paused at ${numberText(progress.read)}${of}.`;
    case "complete":
      return progress.complete
        ? `${numberText(progress.read)} guests read.`
        : `${numberText(progress.read)}${of} guests read: the directory counts more than it listed, so a selection cannot be acted on in bulk.`;
    case "failed":
      return `Reading stopped at ${numberText(progress.read)}${of}.`;
  }
}

/** What screen readers are told: each phase once, not every number. */
const PHASE_WORDS: Readonly<Record<Progress["phase"], string>> = {
  idle: "",
  directory: "The guests are being read.",
  "sign-ins": "The sign-ins are being read.",
  paused: "The reading is paused.",
  complete: "The guests were read in part.",
  failed: "",
};

/** How far the reading is, what it waits for, and how to pause it; nothing once all is read. */
export function ReadingProgress({ progress }: { readonly progress: Progress }) {
  const styles = useStyles();
  const waiting = useSecondsUntil(progress.waitingUntil);
  // Loaded while the network answers: a reading may end because it no longer does.
  useEffect(() => {
    loadFailure().catch(console.error);
  }, []);
  if (progress.phase === "complete" && progress.complete) return null;
  if (progress.failure) return <ReadingFailure failure={progress.failure} />;
  const running = progress.phase === "directory" || progress.phase === "sign-ins";
  const known = progress.phase === "directory" && progress.expected !== null;
  return (
    <div className={styles.box}>
      <Announcement>{PHASE_WORDS[progress.phase]}</Announcement>
      {running && (
        <ProgressBar
          aria-label="Reading guests"
          {...(known && { value: progress.read, max: Math.max(1, progress.expected) })}
        />
      )}
      <div className={styles.line}>
        <Text size={200} className={styles.words}>
          {wordsFor(progress, waiting)}
        </Text>
        {running && (
          <Button size="small" appearance="subtle" onClick={() => void inventory().pause()}>
            Pause
          </Button>
        )}
        {progress.phase === "paused" && (
          <Button size="small" appearance="subtle" onClick={() => void inventory().resume()}>
            Resume
          </Button>
        )}
      </div>
    </div>
  );
}
