"use client";

import { numberText } from "@/lib/domain/number-text";
import { nextSort } from "@/components/list/next-sort";
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { ClipboardTaskListLtrRegular } from "@fluentui/react-icons";
import { useCallback, useMemo } from "react";
import type { GridColumn } from "@/components/grid/column";
import { VirtualGrid } from "@/components/grid/virtual-grid";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import { useNarrow } from "@/components/ui/use-narrow";
import type { ReviewInstance } from "@/lib/domain/reviews/review";
import type { Instant } from "@/lib/domain/time";
import { useProgressOfMany } from "@/lib/queries/reviews-progress";
import { Column } from "@/components/ui/column";
import { phaseOf } from "@/lib/domain/reviews/review-status";
import { type NameOf, resourceWords } from "../shared/scope-words";
import { SearchText } from "@/components/list/search-text";
import { StatusBadge } from "../shared/status-badge";
import { INSTANCE_SORTS, type InstanceRow, selectInstances } from "./instance-query";
import { useInstanceQuery } from "./use-instance-query";

const day = (at: Instant | null) => (at === null ? "Unknown" : <Moment at={at} as="date" />);

const COLUMNS: readonly GridColumn<InstanceRow>[] = [
  {
    id: "resource",
    label: "Access to",
    width: 180,
    grow: 2,
    sortable: true,
    show: ({ resource }) => <PersonName name={resource} />,
  },
  {
    id: "status",
    label: "Status",
    width: 120,
    sortable: true,
    show: ({ instance }) => <StatusBadge status={instance.status} />,
  },
  {
    id: "starts",
    label: "Began",
    width: 120,
    sortable: true,
    show: ({ instance }) => day(instance.startsAt),
  },
  {
    id: "ends",
    label: "Ends",
    width: 120,
    sortable: true,
    show: ({ instance }) => day(instance.endsAt),
  },
  {
    id: "progress",
    label: "Decided",
    width: 110,
    sortable: true,
    show: ({ progress }) =>
      progress !== null && `${numberText(progress.decided)} of ${numberText(progress.total)}`,
  },
];

const HIDDEN_ON_A_PHONE = ["starts", "ends", "progress"];
const NONE: readonly string[] = [];

const useStyles = makeStyles({
  words: { color: tokens.colorNeutralForeground2 },
});

const rowId = ({ instance }: InstanceRow) => instance.id;
const rowLabel = ({ resource }: InstanceRow) => resource;

interface InstancesSectionProps {
  readonly instances: readonly ReviewInstance[];
  readonly nameOf: NameOf;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** Every run of the review so far, each about one resource or all of them. */
export function InstancesSection(props: InstancesSectionProps) {
  const { instances, nameOf, openId, onOpen } = props;
  const styles = useStyles();
  const narrow = useNarrow();
  const { query, change } = useInstanceQuery();
  const running = useMemo(
    () =>
      instances
        .filter(({ status }) => phaseOf(status) === "running")
        .map(({ reviewId, id }) => ({ reviewId, instanceId: id })),
    [instances],
  );
  const { data: counted } = useProgressOfMany(running);
  const rows = useMemo(
    () =>
      instances.map((instance) => ({
        instance,
        resource: resourceWords(instance.scope, nameOf),
        progress: counted?.get(instance.id) ?? null,
      })),
    [instances, nameOf, counted],
  );
  const shown = useMemo(() => selectInstances(rows, query), [rows, query]);
  const onSearch = useCallback((find: string | null) => void change({ find }), [change]);
  if (instances.length === 0) {
    return (
      <EmptyState icon={<ClipboardTaskListLtrRegular />} title="No instance yet">
        The first one begins on the review&apos;s first day. Microsoft Entra takes some minutes to
        prepare it.
      </EmptyState>
    );
  }
  return (
    <Column>
      {instances.length > 10 && (
        <SearchText
          label="Search instances"
          placeholder="Name of the resource"
          text={query.text}
          onSearch={onSearch}
        />
      )}
      <Text size={200} className={styles.words} role="status">
        {`${numberText(shown.length)} of ${numberText(rows.length)} ${rows.length === 1 ? "instance" : "instances"}.`}
      </Text>
      <VirtualGrid
        label="Instances"
        columns={COLUMNS}
        hiddenColumns={narrow ? HIDDEN_ON_A_PHONE : NONE}
        count={shown.length}
        rowAt={(index) => shown[index]}
        rowId={rowId}
        rowLabel={rowLabel}
        openId={openId}
        onOpen={({ instance }) => {
          onOpen(instance.id);
        }}
        sort={query.sort}
        onSort={(column) => {
          const next = nextSort(INSTANCE_SORTS, column, query.sort);
          if (next !== null) void change({ by: next.sort, way: next.order });
        }}
      />
    </Column>
  );
}
