"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import {
  AlertRegular,
  ArrowResetRegular,
  CheckmarkCircleRegular,
  RecordStopRegular,
  TextBulletListCheckmarkRegular,
} from "@fluentui/react-icons";
import { useMayExecute } from "@/components/plan/use-may-execute";
import type { InstanceKind } from "@/lib/domain/reviews/plan-review";
import type { Review, ReviewInstance } from "@/lib/domain/reviews/review";
import { useServices } from "@/lib/services/services";
import { useContacted } from "@/lib/queries/reviews";
import { CommandButton } from "@/components/ui/command-button";
import { whyNotInstance } from "./why-not-now";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, flexShrink: 0 },
});

const COMMANDS = [
  { kind: "remind-reviewers", word: "Remind reviewers", icon: <AlertRegular /> },
  {
    kind: "accept-recommendations",
    word: "Accept recommendations",
    icon: <TextBulletListCheckmarkRegular />,
  },
  { kind: "reset-instance", word: "Reset decisions", icon: <ArrowResetRegular /> },
  { kind: "stop-instance", word: "End now", icon: <RecordStopRegular /> },
  { kind: "apply-instance", word: "Apply decisions", icon: <CheckmarkCircleRegular /> },
] as const satisfies readonly { kind: InstanceKind; word: string; icon: unknown }[];

interface InstanceBarProps {
  readonly review: Review;
  readonly instance: ReviewInstance;
  readonly onAsk: (command: InstanceKind) => void;
}

/** What can be done to one instance; what cannot says why before the click. */
export function InstanceBar({ review, instance, onAsk }: InstanceBarProps) {
  const styles = useStyles();
  const mayNot = useMayExecute();
  const { me } = useServices();
  const { data: contacted } = useContacted(review.id, instance.id);
  const notMine = contacted !== undefined && !contacted.some(({ id }) => id === me.userId);
  const whyNot = (kind: InstanceKind) => {
    const now = whyNotInstance(kind, review, instance);
    if (now !== null) return now;
    if (kind === "accept-recommendations" && notMine) {
      return "Only reviewers decide, whatever role they have: you were not asked to review this.";
    }
    return mayNot(kind);
  };
  return (
    <div role="toolbar" aria-label="Instance" className={styles.bar}>
      {COMMANDS.map(({ kind, word, icon }) => (
        <CommandButton
          key={kind}
          icon={icon}
          whyNot={whyNot(kind)}
          onClick={() => {
            onAsk(kind);
          }}
        >
          {word}
        </CommandButton>
      ))}
    </div>
  );
}
