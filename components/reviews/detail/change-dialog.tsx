"use client";

import { labelsOf } from "@/lib/operations/registry";
import { Text } from "@fluentui/react-components";
import { useState } from "react";
import { PlanDialog } from "@/components/plan/plan-dialog";
import { REASON_MAX } from "@/lib/domain/operation";
import { LineList } from "@/components/ui/line-list";
import { dayOf } from "@/lib/domain/calendar";
import { checkChange } from "@/lib/domain/reviews/check-change";
import { putBody } from "@/lib/domain/reviews/change-settings";
import { planForReview } from "@/lib/domain/reviews/plan-review";
import type { Review } from "@/lib/domain/reviews/review";
import type { NameOf } from "../shared/scope-words";
import { consequenceSentence } from "../shared/settings-words";
import { useServices } from "@/lib/services/services";
import { ExceptionField, withException } from "../wizard/exception-field";
import { changeIn } from "./change-draft";
import { ChangeFields, type ChangeFormProps } from "./change-fields";
import { changeLines } from "./change-lines";
import { ChangedByOthers } from "./changed-by-others";
import { keepWords, type KeptWords } from "./kept-words";
import { useChange } from "./use-change";
import { useChangeProtection } from "./use-change-protection";

interface ChangeDialogProps {
  readonly open: boolean;
  readonly review: Review;
  readonly nameOf: NameOf;
  /** What was kept on the way to the consent page. */
  readonly kept: KeptWords | null;
  readonly onClose: () => void;
}

/** Changes what later instances are like; the whole object is sent, since Graph knows no change of a part. */
export function ChangeDialog({ open, review, nameOf, kept, onClose }: ChangeDialogProps) {
  const { plannedFrom, before, draft, earlier, set, lookAgain } = useChange(
    review,
    kept?.change ?? null,
  );
  const { me, now } = useServices();
  const [today] = useState(() => dayOf(now()));
  const change = changeIn(before, draft);
  const protection = useChangeProtection(plannedFrom, change);
  const { exceptions, given, isExcepted } = protection;
  const problems = change === null ? [] : checkChange(plannedFrom, change, today);
  const form: ChangeFormProps = {
    review: plannedFrom,
    draft,
    nameOf,
    ruleAt: (field) => problems.find((problem) => problem.field === field)?.rule,
    onChange: set,
  };
  const others = earlier && changeLines(earlier, before, nameOf);
  const after = { ...plannedFrom.settings, ...change?.consequence };
  return (
    <PlanDialog
      open={open}
      title="Change later instances"
      verb={labelsOf("change-review").verb}
      reason={kept?.reason ?? ""}
      plan={(reason) => {
        if (change === null || problems.length > 0) return null;
        const body = putBody(plannedFrom, change);
        const what = { kind: "change-review", body, plannedFrom: plannedFrom.asGiven } as const;
        return planForReview(what, plannedFrom, {
          reason: isExcepted ? withException(reason, given, exceptions) : reason,
          mintId: () => crypto.randomUUID(),
        });
      }}
      {...(isExcepted && { reasonMax: REASON_MAX - withException("", given, exceptions).length })}
      notYet={protection.notYet}
      consequence="Later instances use the changed settings. A started instance doesn't change."
      onLeave={(reason) => {
        keepWords(me, { reviewId: review.id, reason, change: { before, draft } });
      }}
      onLookAgain={lookAgain}
      onClose={onClose}
    >
      {others !== null && <ChangedByOthers lines={others} />}
      <ChangeFields {...form} />
      {change === null ? (
        <Text size={200}>No changes yet.</Text>
      ) : (
        <LineList label="What changes" most={20} lines={changeLines(before, draft, nameOf)} />
      )}
      {change?.consequence !== undefined && <Text>{consequenceSentence(after)}</Text>}
      {exceptions.length > 0 && (
        <ExceptionField
          exceptions={exceptions}
          value={given}
          onChange={protection.set}
          onRetry={protection.retry}
        />
      )}
    </PlanDialog>
  );
}
