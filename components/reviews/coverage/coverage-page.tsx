"use client";

import { GROUP_MEMBER_READ_ALL } from "@/lib/domain/graph-scopes";
import { Button } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons";
import { useCallback, useMemo } from "react";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { ReadingProgress } from "@/components/directory/reading-progress";
import { Column } from "@/components/ui/column";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PersonName } from "@/components/ui/person-name";
import { catchAllChange, reviewsOfGroup } from "@/lib/domain/reviews/catch-all";
import { phaseOf } from "@/lib/domain/reviews/review-status";
import { ROLES_TO_READ_EVERY_REVIEW, reviewsSeen } from "@/lib/domain/reviews/reviews-seen";
import type { Instant } from "@/lib/domain/time";
import { useCatchAllGroup } from "@/lib/queries/catch-all";
import { type CoverageInputs, useCoverage, useCoverageInputs } from "@/lib/queries/coverage";
import { useMyRoles } from "@/lib/queries/my-roles";
import { useAllGuests } from "@/lib/queries/tab-guests";
import { usePolicy } from "@/lib/queries/policy";
import { type CatchAllGroup, NEW_GROUP_LAG_MILLISECONDS } from "@/lib/queries/read-catch-all";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reading-problem";
import { useServices } from "@/lib/services/services";
import { CatchAllNotice } from "./catch-all-notice";
import { CoverageMap } from "./coverage-map";
import { CoverageProgress } from "./coverage-progress";
import { CoverageStats } from "./coverage-stats";
import { useRoleHoldersToLeaveAlone } from "@/lib/queries/use-role-holders-to-leave-alone";

/** Which running review covers each guest, and whom none does: by guest, by partner and by group. */
export function CoveragePage() {
  const { now } = useServices();
  const { data: rows, complete: everybody, progress } = useAllGuests();
  const inputs = useCoverageInputs();
  const policy = usePolicy().data?.policy;
  const roles = useMyRoles();
  const seen = reviewsSeen(roles.data ?? null);
  const catchAll = useCatchAllGroup();
  const groupId = standing(catchAll.data ?? null, inputs.data, now);
  const guests = useMemo(() => rows?.map(({ guest }) => guest) ?? null, [rows]);
  const { coverage, reach } = useCoverage(guests, inputs.data, { withOtherAccess: true });
  const { roleHolders, unreadHolders } = useRoleHoldersToLeaveAlone(inputs.data, groupId);
  const ownReviewIds = useMemo(
    () => reviewsOfGroup(inputs.data?.reviews ?? [], groupId),
    [inputs.data, groupId],
  );
  const change = useMemo(() => {
    if (guests === null || coverage === null || policy === undefined) return null;
    const group = inputs.data?.groups.find((each) => each.group.id === groupId) ?? null;
    return catchAllChange({ coverage, ownReviewIds, guests, group }, { ...policy, roleHolders });
  }, [guests, coverage, policy, inputs.data, ownReviewIds, groupId, roleHolders]);
  const names = useMemo(
    () =>
      new Map(
        inputs.data?.reviews.map(({ id, name, status }) => [
          id,
          phaseOf(status) === "ahead" ? `${name} (not started)` : name,
        ]),
      ),
    [inputs.data],
  );
  const nameOf = useCallback((id: string) => names.get(id) ?? id, [names]);
  const unread = inputs.data?.unread ?? [];
  const reading = inputs.error === null && (inputs.data === undefined || reach.isFetching);
  return (
    <Column>
      <PageHeader
        title="Coverage"
        actions={
          <Button
            size="small"
            icon={<ArrowSyncRegular />}
            disabledFocusable={inputs.isFetching}
            onClick={inputs.refetch}
          >
            {inputs.isFetching ? "Reading …" : "Refresh"}
          </Button>
        }
      >
        Which running review covers each guest, and which guests none covers.
      </PageHeader>
      <ReadingProgress progress={progress} />
      {inputs.error !== null && (
        <GraphFailureCard
          error={inputs.error}
          what="the reviews and the groups"
          notDone="The map can't be shown without them."
          scopes={[...SCOPES_TO_READ_REVIEWS, GROUP_MEMBER_READ_ALL]}
          onRetry={inputs.refetch}
        />
      )}
      {reading && (
        <CoverageProgress groups={inputs.progress} reach={inputs.data ? reach.progress : null} />
      )}
      {seen !== "all" && !roles.isPending && coverage && <PartialNotice seen={seen} />}
      {unread.length > 0 && (
        <Notice intent="warning" title="Not every group could be read">
          <PersonName name={unread.map(({ displayName }) => displayName).join(", ")} />: guests in
          these groups may be covered even if they are shown as not covered.
        </Notice>
      )}
      {coverage !== null && coverage.notUnderstood.length > 0 && (
        <Notice intent="info">
          Guestlist can&apos;t read the scope or the status of{" "}
          <PersonName name={coverage.notUnderstood.map(({ name }) => `“${name}”`).join(", ")} />. It
          may cover more guests than are shown.
        </Notice>
      )}
      {reach.isError && (
        <Notice
          intent="warning"
          actions={<Button onClick={() => void reach.refetch()}>Try again</Button>}
        >
          The guests&apos; applications and directory roles couldn&apos;t be read, so which guests
          are not reviewable isn&apos;t known.
        </Notice>
      )}
      {coverage && (
        <CoverageStats
          counts={coverage.counts}
          unreachable={
            reach.isError ? "Unknown" : reach.isFetching ? "…" : coverage.counts.unreachable
          }
          everybody={everybody}
          partial={seen !== "all"}
        />
      )}
      {catchAll.isSuccess && seen === "all" && (
        <CatchAllNotice
          change={change}
          groupId={groupId}
          groupName={catchAll.data?.displayName ?? null}
          reviewed={ownReviewIds.size > 0}
          whyNot={
            everybody && unread.length === 0
              ? unreadHolders
              : "Not everything could be read, so who is covered isn't known."
          }
        />
      )}
      {coverage && rows && <CoverageMap rows={rows} coverage={coverage} nameOf={nameOf} />}
    </Column>
  );
}

/** The group of the history, unless the directory does not have it any more. */
function standing(
  group: CatchAllGroup | null,
  inputs: CoverageInputs | undefined,
  now: () => Instant,
): string | null {
  if (group === null || inputs === undefined) return null;
  const listed = inputs.groups.some((each) => each.group.id === group.groupId);
  return listed || now() - group.madeAt < NEW_GROUP_LAG_MILLISECONDS ? group.groupId : null;
}

/** Says to somebody who may not see every review that the map is of those they do see. */
function PartialNotice({ seen }: { readonly seen: "some" | "unknown" }) {
  const roles = new Intl.ListFormat("en", { type: "disjunction" }).format(
    ROLES_TO_READ_EVERY_REVIEW,
  );
  return seen === "unknown" ? (
    <Notice intent="warning" title="It isn't known whether you see every review">
      Your directory roles couldn&apos;t be read. Guests shown as not covered may be covered, and no
      catch-all group can be made from this map.
    </Notice>
  ) : (
    <Notice intent="warning" title="You don't see every review">
      {`Microsoft Entra shows you only the reviews that you created or that you review, so guests shown as not covered may be covered, and no catch-all group can be made from this map. To see all reviews, you need one of these directory roles: ${roles}.`}
    </Notice>
  );
}
