"use client";

import { counted } from "@/lib/domain/number-text";
import { makeStyles, tokens } from "@fluentui/react-components";
import { LineList } from "@/components/ui/line-list";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { deletedAt } from "@/lib/domain/reviews/reconcile";
import type { Review, ReviewInstance, ReviewItem } from "@/lib/domain/reviews/review";

const SHOWN = 500;

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, flexShrink: 0 },
});

interface DeletionNoticeProps {
  readonly review: Review;
  readonly instance: ReviewInstance;
  readonly items: readonly ReviewItem[];
}

/**
 * While people who were denied wait blocked for their deletion: when it comes, and for whom.
 * https://learn.microsoft.com/graph/api/resources/disableanddeleteuserapplyaction. An admin can enable an account again
 * within the 30 days; not whether that is enough: https://learn.microsoft.com/entra/id-governance/create-access-review
 */
export function DeletionNotice({ review, instance, items }: DeletionNoticeProps) {
  const styles = useStyles();
  const at = deletedAt(instance, review.settings);
  const denied = items.filter(({ decision }) => decision === "Deny");
  if (at === null || instance.status !== "Applying" || denied.length === 0) return null;
  const guests = [...new Map(denied.map((item) => [item.principal.id, item.principal])).values()];
  return (
    <div className={styles.box}>
      <Notice
        intent="warning"
        title={`${counted(guests.length, "guest is", "guests are")} blocked and will be deleted`}
      >
        On <Moment at={at} as="full" /> Entra deletes these accounts, whatever other access they
        have. Microsoft does not say for certain that unblocking them stops it. Until then Entra
        shows the review as Applying, and may not show all of it. Deleted guests can be restored for
        30 days.
      </Notice>
      <LineList
        label="Who will be deleted"
        most={SHOWN}
        lines={guests.map(({ id, displayName, userPrincipalName }) => ({
          id,
          name: displayName,
          detail: userPrincipalName,
        }))}
      />
    </div>
  );
}
