"use client";

import { ClipboardTaskListLtrRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import type { GridColumn } from "@/components/grid/column";
import { FilterBar } from "@/components/list/filter-bar";
import { ListCount } from "@/components/list/list-table";
import { ListGrid } from "@/components/list/list-grid";
import { useColumnChoice } from "@/components/list/use-column-choice";
import { useListState } from "@/components/list/use-list-state";
import { Column } from "@/components/ui/column";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import { decidedStateOf, decidedText } from "@/lib/domain/reviews/decided-count";
import { runningInstances } from "@/lib/domain/reviews/instances";
import type { ReviewInstance } from "@/lib/domain/reviews/review";
import type { Instant } from "@/lib/domain/time";
import { useProgressOfMany } from "@/lib/queries/reviews-progress";
import { type NameOf, resourceWords } from "@/lib/domain/reviews/scope-labels";
import { StatusBadge } from "@/components/entries/review-status-badge";
import { INSTANCE_LIST, type InstanceRow, selectInstances } from "./instance-list";

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
    show: ({ progress }) => decidedText(progress),
  },
];

const CHOICE = { list: "instances", columns: COLUMNS, onAPhone: ["resource", "status"] };

/** Fewer are seen at a glance. */
const LEAST_TO_SEARCH = 11;

const rowId = ({ instance }: InstanceRow) => instance.id;
const rowLabel = ({ resource }: InstanceRow) => resource;

interface InstancesSectionProps {
  readonly instances: readonly ReviewInstance[];
  readonly nameOf: NameOf;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** Every instance of the review so far, each about one resource or all of them. */
export function InstancesSection(props: InstancesSectionProps) {
  const { instances, nameOf, openId, onOpen } = props;
  const list = useListState(INSTANCE_LIST);
  const { hidden } = useColumnChoice(CHOICE);
  const { text, sort } = list;
  const running = useMemo(
    () => runningInstances(instances).map(({ reviewId, id }) => ({ reviewId, instanceId: id })),
    [instances],
  );
  const { data, isLoading } = useProgressOfMany(running);
  const rows = useMemo(
    () =>
      instances.map((instance) => ({
        instance,
        resource: resourceWords(instance.scope, nameOf),
        progress: decidedStateOf(runningInstances([instance]), { data, isLoading }),
      })),
    [instances, nameOf, data, isLoading],
  );
  const shown = useMemo(() => selectInstances(rows, { text, sort }), [rows, text, sort]);
  if (instances.length === 0) {
    return (
      <EmptyState icon={<ClipboardTaskListLtrRegular />} title="No instances yet">
        The first one starts on the review&apos;s first day. Microsoft Entra takes a few minutes to
        prepare it.
      </EmptyState>
    );
  }
  return (
    <Column>
      {instances.length >= LEAST_TO_SEARCH && (
        <FilterBar
          label="Filter the instances"
          list={list}
          search={{ label: "Search instances", placeholder: "Name of the resource" }}
        />
      )}
      <ListCount shown={shown.length} of={rows.length} noun={["instance", "instances"]} />
      <ListGrid
        label="Instances"
        list={{ ...list, openId }}
        columns={COLUMNS}
        hiddenColumns={hidden}
        rows={shown}
        rowId={rowId}
        rowLabel={rowLabel}
        onOpen={({ instance }) => {
          onOpen(instance.id);
        }}
        nothing={{ icon: <ClipboardTaskListLtrRegular />, title: "No instances match" }}
      />
    </Column>
  );
}
