"use client";

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons";
import { useCallback, useMemo } from "react";
import { ReadingProgress } from "@/components/directory/reading-progress";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PersonName } from "@/components/ui/person-name";
import type { Policy } from "@/lib/domain/policy";
import type { RoleHolders } from "@/lib/domain/role-holders";
import { catchAllChange } from "@/lib/domain/reviews/catch-all";
import type { Coverage } from "@/lib/domain/reviews/coverage";
import { isUnderWay } from "@/lib/domain/reviews/review-status";
import { reviewsSeen } from "@/lib/domain/reviews/reviews-seen";
import type { Instant } from "@/lib/domain/time";
import type { GuestRow } from "@/lib/inventory/inventory";
import { useCatchAllGroup } from "@/lib/queries/catch-all";
import { NEW_GROUP_LAG_MILLISECONDS, type CatchAllGroup } from "@/lib/queries/read-catch-all";
import { type CoverageInputs, useCoverageInputs } from "@/lib/queries/coverage";
import { useMyRoles } from "@/lib/queries/my-roles";
import { useAllGuests } from "@/lib/queries/tab-guests";
import { usePolicy } from "@/lib/queries/policy";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reviews-problem";
import { useServices } from "@/lib/services/services";
import { useRoleHoldersToLeaveAlone } from "./use-role-holders-to-leave-alone";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { CatchAllNotice } from "./catch-all-notice";
import { CoverageMap } from "./coverage-map";
import { CoverageProgress } from "./coverage-progress";
import { CoverageStats } from "./coverage-stats";
import { PartialNotice } from "./partial-notice";
import { useCoverage } from "./use-coverage";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    flexGrow: 1,
    minHeight: 0,
  },
});

/** Which running review asks about each guest, and whom none does: by guest, by partner and by group. */
export function CoveragePage() {
  const styles = useStyles();
  const { now } = useServices();
  const { data: rows, complete: everybody, progress } = useAllGuests();
  const inputs = useCoverageInputs();
  const policy = usePolicy();
  const roles = useMyRoles();
  const seen = reviewsSeen(roles.data ?? null);
  const catchAll = useCatchAllGroup();
  const groupId = standing(catchAll.data ?? null, inputs.data, now);
  const { coverage, withoutCatchAll, reach } = useCoverage(rows, inputs.data, groupId);
  const { roleHolders, unreadHolders } = useRoleHoldersToLeaveAlone(inputs.data, groupId);
  const change = useMemo(
    () => changeOf(rows, withoutCatchAll, inputs.data, groupId, policy.data?.policy, roleHolders),
    [rows, withoutCatchAll, inputs.data, groupId, policy.data, roleHolders],
  );
  const names = useMemo(
    () => new Map(inputs.data?.reviews.map(({ id, name }) => [id, name])),
    [inputs.data],
  );
  const nameOf = useCallback((id: string) => names.get(id) ?? id, [names]);
  const unread = inputs.data?.unread ?? [];
  const reading = inputs.error === null && (inputs.data === undefined || reach.isFetching);
  return (
    <div className={styles.page}>
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
        Which running review asks about each guest, and whom none does.
      </PageHeader>
      <ReadingProgress progress={progress} />
      {inputs.error !== null && (
        <GraphFailureCard
          error={inputs.error}
          what="the reviews and the groups"
          notDone="There is no map without them."
          scopes={[...SCOPES_TO_READ_REVIEWS, "GroupMember.Read.All"]}
          onRetry={inputs.refetch}
        />
      )}
      {reading && (
        <CoverageProgress groups={inputs.progress} reach={inputs.data ? reach.progress : null} />
      )}
      {seen !== "all" && !roles.isPending && coverage && <PartialNotice seen={seen} />}
      {unread.length > 0 && (
        <Notice intent="warning" title="Not every group could be read">
          <PersonName name={unread.map(({ displayName }) => displayName).join(", ")} />: their
          guests may be covered all the same.
        </Notice>
      )}
      {(coverage?.notUnderstood.length ?? 0) > 0 && (
        <Notice intent="info">
          Guestlist can't read the scope or the status of{" "}
          <PersonName
            name={coverage?.notUnderstood.map(({ name }) => `“${name}”`).join(", ") ?? null}
          />
          : it may cover more guests than is shown.
        </Notice>
      )}
      {reach.isError && (
        <Notice
          intent="warning"
          actions={<Button onClick={() => void reach.refetch()}>Try again</Button>}
        >
          Applications and directory roles of the guests could not be read, so it is not known whom
          no review could reach.
        </Notice>
      )}
      {coverage && (
        <CoverageStats
          counts={coverage.counts}
          reachRead={!reach.isFetching}
          partial={seen !== "all"}
        />
      )}
      {catchAll.isSuccess && seen === "all" && (
        <CatchAllNotice
          change={change}
          groupId={groupId}
          groupName={catchAll.data?.displayName ?? null}
          reviewed={isReviewed(inputs.data, groupId)}
          whyNot={
            everybody && unread.length === 0
              ? unreadHolders
              : "Not everything was read to the end, so it is not known who is covered."
          }
        />
      )}
      {coverage && rows && <CoverageMap rows={rows} coverage={coverage} nameOf={nameOf} />}
    </div>
  );
}

/** The group of the history, unless the directory has it no more. */
function standing(
  group: CatchAllGroup | null,
  inputs: CoverageInputs | undefined,
  now: () => Instant,
): string | null {
  if (group === null || inputs === undefined) return null;
  const listed = inputs.groups.some((each) => each.group.id === group.groupId);
  return listed || now() - group.madeAt < NEW_GROUP_LAG_MILLISECONDS ? group.groupId : null;
}

function changeOf(
  rows: readonly GuestRow[] | null,
  coverage: Coverage | null,
  inputs: CoverageInputs | undefined,
  groupId: string | null,
  policy: Policy | undefined,
  roleHolders: RoleHolders,
) {
  if (rows === null || coverage === null || inputs === undefined || policy === undefined)
    return null;
  const group = inputs.groups.find((each) => each.group.id === groupId) ?? null;
  const guests = rows.map(({ guest }) => guest);
  return catchAllChange(coverage, guests, group, { ...policy, roleHolders });
}

function isReviewed(inputs: CoverageInputs | undefined, groupId: string | null): boolean {
  return (inputs?.reviews ?? []).some(
    (review) =>
      isUnderWay(review) && review.scope.kind === "group" && review.scope.groupId === groupId,
  );
}
