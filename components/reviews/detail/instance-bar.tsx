"use client";

import {
  AlertRegular,
  ArrowResetRegular,
  CheckmarkCircleRegular,
  RecordStopRegular,
  TextBulletListCheckmarkRegular,
} from "@fluentui/react-icons";
import { type Command, CommandBar } from "@/components/plan/command-bar";
import { useMayExecute } from "@/components/plan/use-may-execute";
import type { InstanceKind } from "@/lib/domain/reviews/plan-review";
import type { Review, ReviewInstance } from "@/lib/domain/reviews/review";
import { useServices } from "@/lib/services/services";
import { useContacted } from "@/lib/queries/reviews";
import { whyNotInstance } from "@/lib/domain/reviews/refused-commands";

const COMMANDS: readonly Command<InstanceKind>[] = [
  { kind: "remind-reviewers", label: "Remind reviewers", icon: <AlertRegular /> },
  {
    kind: "accept-recommendations",
    label: "Accept recommendations",
    icon: <TextBulletListCheckmarkRegular />,
  },
  { kind: "reset-instance", label: "Reset decisions", icon: <ArrowResetRegular /> },
  { kind: "stop-instance", label: "End now", icon: <RecordStopRegular />, danger: true },
  { kind: "apply-instance", label: "Apply decisions", icon: <CheckmarkCircleRegular /> },
];

interface InstanceBarProps {
  readonly review: Review;
  readonly instance: ReviewInstance;
  readonly onAsk: (command: InstanceKind) => void;
}

/** What can be done to one instance; what cannot says why before the click. */
export function InstanceBar({ review, instance, onAsk }: InstanceBarProps) {
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
  return <CommandBar label="Instance" commands={COMMANDS} whyNot={whyNot} onCommand={onAsk} />;
}
