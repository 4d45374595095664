import { useQueryState } from "nuqs";
import { NuqsAdapter } from "nuqs/adapters/react";
import { useMemo, useSyncExternalStore } from "react";
import type { GridColumn } from "@/components/grid/column";
import { DecisionWorkspace, type InboxRow } from "../decision-workspace";
import type { ItemFilter } from "../use-item-list";
import type { Bike, BikeDecision } from "./bikes";
import type { queueFixture } from "./queue-fixture";

const COLUMNS: readonly GridColumn<InboxRow<Bike, BikeDecision>>[] = [
  { id: "owner", label: "Owner", width: 100, show: ({ item }) => item.owner },
  {
    id: "decision",
    label: "Decision",
    width: 100,
    show: ({ decision, answer }) =>
      `${decision ?? "undecided"}${answer === undefined ? "" : ", answered here"}`,
  },
];

export interface BikePageProps {
  readonly fixture: ReturnType<typeof queueFixture>;
  readonly bikes: readonly Bike[];
  readonly readAt?: number;
  readonly reading?: boolean;
  readonly onlyUndecided?: boolean;
  readonly whyNot?: string | null;
  readonly onHelp?: () => void;
  readonly onNotAccepted?: () => void;
  readonly onRefused?: () => void;
}

const nothing = () => undefined;

/** A page that decides about bikes, with the address and the queue that every such page has. */
export function BikePage(props: BikePageProps) {
  return (
    <NuqsAdapter>
      <Bikes {...props} />
    </NuqsAdapter>
  );
}

function Bikes({ fixture, bikes, readAt = 0, onlyUndecided = false, ...props }: BikePageProps) {
  const { inbox, queue } = fixture;
  const [activeId, setActiveId] = useQueryState("item");
  const view = useSyncExternalStore(queue.subscribe, queue.view);
  const filter: ItemFilter<Bike, BikeDecision> = useMemo(() => {
    const matches: ItemFilter<Bike, BikeDecision>["matches"] = (bike, decisions) =>
      !onlyUndecided || decisions.of(bike) === null;
    return {
      matches,
      select: (items, decisions) => items.filter((bike) => matches(bike, decisions)),
    };
  }, [onlyUndecided]);
  return (
    <DecisionWorkspace
      inbox={inbox}
      items={bikes}
      readAt={readAt}
      reading={false}
      queue={queue}
      view={view}
      filter={filter}
      filters={() => null}
      onClearFilters={nothing}
      activeId={activeId}
      onActive={(id) => void setActiveId(id)}
      columns={COLUMNS}
      hiddenColumns={[]}
      sort={{ by: "owner", descending: false }}
      onSort={nothing}
      panel={({ item }) => `Stands in ${item.shop}`}
      requirement="Required to scrap."
      requirementOf={(decision) => (decision === "scrap" ? "Say why it is scrapped." : null)}
      consequenceOf={() => ""}
      whyNot={null}
      onHelp={nothing}
      onNotAccepted={nothing}
      onRefused={nothing}
      {...props}
    />
  );
}
