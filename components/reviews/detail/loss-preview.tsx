"use client";

import { NOT_APPLIED_WORD } from "@/lib/domain/reviews/not-applied-label";
import { numberText } from "@/lib/domain/number-text";
import { Spinner, Text } from "@fluentui/react-components";
import { useMemo } from "react";
import { LineList } from "@/components/ui/line-list";
import type { Review, ReviewItem } from "@/lib/domain/reviews/review";
import { useAccess } from "@/lib/queries/group-access";
import { forecastApply } from "@/lib/domain/reviews/forecast-apply";
import { type AccessLoss, accessLostAtEnd } from "@/lib/domain/reviews/access-lost";
import { accessRequestsOf } from "@/lib/domain/reviews/access-results";

const SHOWN = 200;

const WHY: Readonly<Record<AccessLoss["because"], string>> = {
  denied: "Denied by a reviewer",
  "nobody-answered": "Nobody decided",
};

const line = ({ item, because }: AccessLoss, more = "") => ({
  id: item.id,
  name: item.principal.displayName ?? item.principal.userPrincipalName,
  detail: [item.resource?.displayName, WHY[because], more].filter(Boolean).join(". "),
});

interface LossPreviewProps {
  readonly review: Review;
  readonly items: readonly ReviewItem[];
}

/** Who would lose what if the instance ended now: by name, with those whom Entra cannot take out apart. */
export function LossPreview({ review, items }: LossPreviewProps) {
  const { ifNobodyAnswers, applyAction, autoApply } = review.settings;
  const losses = useMemo(() => accessLostAtEnd(items, ifNobodyAnswers), [items, ifNobodyAnswers]);
  const accessRequests = useMemo(() => accessRequestsOf(losses.map(({ item }) => item)), [losses]);
  const access = useAccess(accessRequests, losses.length > 0);
  if (losses.length === 0) return <Text weight="semibold">Nobody loses access.</Text>;
  if (access.isPending) return <Spinner size="tiny" label="Checking who is in the groups" />;
  const unread = () => ({ membership: null, accountExists: null, group: null });
  const { removed, retained, alreadyGone } = forecastApply(
    losses,
    applyAction,
    access.data?.shown ?? unread,
  );
  const loss =
    applyAction === "block-then-delete" ? "blocked, and deleted after 30 days" : "lose access";
  const later = autoApply ? "" : ", once somebody applies the decisions";
  return (
    <>
      <Text weight="semibold">
        {applyAction === "block-then-delete"
          ? `${numberText(removed.length)} are ${loss}${later}`
          : `${numberText(removed.length)} ${loss}${later}`}
      </Text>
      {removed.length > 0 && (
        <LineList label="Who loses access" most={SHOWN} lines={removed.map((each) => line(each))} />
      )}
      {retained.length > 0 && (
        <>
          <Text weight="semibold">{numberText(retained.length)} are denied and keep access</Text>
          <LineList
            label="Who keeps access although denied"
            most={SHOWN}
            lines={retained.map((each) => line(each, NOT_APPLIED_WORD[each.why]))}
          />
        </>
      )}
      {alreadyGone.length > 0 && (
        <Text>{numberText(alreadyGone.length)} of the denied have no access any more.</Text>
      )}
      {access.isError && (
        <Text>Guestlist couldn't read who is in the groups, so some guests may keep access.</Text>
      )}
    </>
  );
}
