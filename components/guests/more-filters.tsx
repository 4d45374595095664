"use client";

import { Button } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { FacetPicker } from "@/components/list/facet-picker";
import { FilterSelect } from "@/components/list/filter-select";
import { useGroups } from "@/lib/queries/groups";
import { useInviters } from "@/lib/queries/inviters";
import { dayRangeOptions, dayRangeValue, parseAsDayRange } from "./day-range";
import { type FiltersProps, useFilterStyles } from "./guest-filters";
import { GROUP } from "./use-guest-sets";
import type { FilterGuests, SetFilters } from "./use-guest-list";

interface MoreFiltersProps extends Omit<FiltersProps, "facets"> {
  readonly filters: SetFilters;
}

/** The filters that are needed less often, behind a button; open where one of them narrows the list. */
export function MoreFilters({ query, change, filters }: MoreFiltersProps) {
  const styles = useFilterStyles();
  const inForce = [query.created, query.seen, filters.inviter, filters.group].filter(
    (value) => value !== null,
  ).length;
  const [isOpen, setOpen] = useState(inForce > 0);
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        iconPosition="after"
        icon={isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
        aria-expanded={isOpen}
        onClick={() => {
          setOpen((before) => !before);
        }}
      >
        {inForce === 0 ? "More filters" : `More filters (${inForce})`}
      </Button>
      {/* One that narrows the list stays when they are folded: the bar around it names it. */}
      {(isOpen || inForce > 0) && (
        <div role="group" aria-label="More filters" className={isOpen ? styles.row : styles.folded}>
          <DaysFilter
            label="Created"
            any="Created at any time"
            range={query.created}
            onChange={(created) => {
              change({ created });
            }}
          />
          <DaysFilter
            label="Sign-in"
            any="Any last sign-in"
            range={query.seen}
            onChange={(seen) => {
              change({ seen });
            }}
          />
          <InviterFilter inviter={filters.inviter} change={change} />
          <GroupFilter group={filters.group} change={change} />
        </div>
      )}
    </>
  );
}

interface DaysFilterProps {
  readonly label: string;
  readonly any: string;
  readonly range: FiltersProps["query"]["created"];
  readonly onChange: (range: DaysFilterProps["range"]) => void;
}

/** How many days ago something happened. */
export function DaysFilter({ label, any, range, onChange }: DaysFilterProps) {
  return (
    <FilterSelect
      label={label}
      any={any}
      value={dayRangeValue(range)}
      options={dayRangeOptions(label, range)}
      onChange={(value) => {
        onChange(value === null ? null : parseAsDayRange.parse(value));
      }}
    />
  );
}

interface InviterFilterProps {
  readonly inviter: string | null;
  readonly change: FilterGuests;
}

/** Who invited the guests, as far as the audit log reaches back. */
export function InviterFilter({ inviter, change }: InviterFilterProps) {
  const { data, isPending, isError } = useInviters();
  const options = useMemo(() => {
    const people = new Map<string, string>();
    for (const { id, displayName } of data?.values() ?? []) {
      if (id !== null) people.set(id, displayName ?? id);
    }
    return [...people].map(([value, word]) => ({ value, word }));
  }, [data]);
  return (
    <FacetPicker
      label="Invited by"
      any="Any inviter"
      options={options}
      selected={inviter === null ? [] : [inviter]}
      hint="From the audit log, which keeps at most 30 days."
      empty={
        isPending
          ? "Reading the audit log …"
          : isError
            ? "The audit log could not be read"
            : "The audit log has no invitation"
      }
      onChange={([chosen = null]) => {
        change({ inviter: chosen });
      }}
    />
  );
}

interface GroupFilterProps {
  readonly change: FilterGuests;
  readonly group: string | null;
}

/** One group, with the groups inside it. */
function GroupFilter({ group, change }: GroupFilterProps) {
  const groups = useGroups();
  const options = useMemo(
    () => (groups.data ?? []).map(({ id, displayName }) => ({ value: id, word: displayName })),
    [groups.data],
  );
  return (
    <>
      <FacetPicker
        label="Group"
        any="Any group"
        options={options}
        selected={group === null ? [] : [group]}
        empty={groups.isPending ? "Reading the groups …" : "No group found"}
        onChange={([chosen = null]) => {
          change({ group: chosen });
        }}
      />
      {groups.isError && (
        <GraphFailureCard
          error={groups.error}
          what="the groups"
          notDone="Guests cannot be found by group."
          scopes={GROUP}
          onRetry={() => void groups.refetch()}
        />
      )}
    </>
  );
}
