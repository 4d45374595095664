"use client";

import { numberText } from "@/lib/domain/number-text";
import { nextSort } from "@/components/list/next-sort";
import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { PeopleSearchRegular } from "@fluentui/react-icons";
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from "react";
import { VirtualGrid } from "@/components/grid/virtual-grid";
import { useSelection } from "@/components/grid/use-selection";
import { EmptyState } from "@/components/ui/empty-state";
import { PersonName } from "@/components/ui/person-name";
import { useNarrow } from "@/components/ui/use-narrow";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import { BulkBar } from "./bulk-bar";
import { DecideBox } from "./decide-box";
import { itemColumns, type ItemRow } from "./item-columns";
import { ItemFilters } from "./item-filters";
import { ItemPanel } from "./item-panel";
import { ItemPlace } from "./item-place";
import { SORT_KEYS } from "./select-items";
import { SendingLine } from "./sending-status";
import { useBulk } from "./use-bulk";
import { actionOf } from "./keys";
import { carryOutKey, type DecidingInput, useDeciding } from "./use-deciding";
import { useGuestFacts } from "./use-guest-facts";
import { useStayAt } from "./use-stay-at";

const ON_A_PHONE = ["guest", "decision"];
const NO_FILTERS = { q: null, decision: null, recommendation: null, refused: null };

const useStyles = makeStyles({
  work: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(300px, 28%)",
    gap: tokens.spacingHorizontalL,
    flexGrow: 1,
    minHeight: "420px",
  },
  alone: { gridTemplateColumns: "minmax(0, 1fr)" },
  list: { display: "flex", flexDirection: "column", minWidth: 0, minHeight: 0 },
  words: { color: tokens.colorNeutralForeground2 },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    flexShrink: 0,
  },
  heard: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

const rowId = ({ item }: ItemRow) => item.id;
const rowLabel = ({ item: { principal } }: ItemRow) => principal.displayName ?? principal.id;

interface ItemWorkspaceProps extends DecidingInput {
  readonly onHelp: () => void;
  /** More items are still on their way. */
  readonly reading: boolean;
}

/** The items of one instance, the one that is looked at, and what can be decided about it and about many. */
export function ItemWorkspace(props: ItemWorkspaceProps) {
  const { items, settings, queue, view, address, whyNot, reading } = props;
  const { query, change } = address;
  const styles = useStyles();
  const narrow = useNarrow();
  const place = useRef<HTMLElement>(null);
  const [opened, setOpened] = useState(false);
  const deciding = useDeciding(props);
  const { listed, item: looked, writing, grid } = deciding;
  const { of: known, look } = useGuestFacts();
  const rowOf = (item: ReviewItem): ItemRow => ({
    item,
    answer: view.answers.get(item.id),
    decided: deciding.decided(item),
    known: known(item.principal.id),
  });
  const active = looked === null ? null : rowOf(looked);
  const shown = listed.items;
  const everybody = useCallback(() => Promise.resolve(shown.map(({ id }) => id)), [shown]);
  const chosen = useSelection(shown.length, everybody);
  const isUndecided = (item: ReviewItem) => deciding.decided(item) === "NotReviewed";
  const bulk = useBulk({ items, settings, queue, view, isUndecided, onDone: chosen.clear });
  const columns = useMemo(() => itemColumns(settings), [settings]);
  const hidden = useMemo(() => {
    if (narrow) return columns.map(({ id }) => id).filter((id) => !ON_A_PHONE.includes(id));
    const resources = new Set(items.map(({ resource }) => resource?.id));
    return resources.size > 1 ? [] : ["access"];
  }, [columns, items, narrow]);

  useStayAt(active === null ? -1 : shown.indexOf(active.item), shown, grid);

  const onRowKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !narrow) {
      event.preventDefault();
      place.current?.querySelector("button")?.focus();
      return;
    }
    const action = actionOf(event);
    if (action === null) return;
    event.preventDefault();
    carryOutKey(action, deciding, props.onHelp);
  };
  const skip = () => {
    const next = looked === null ? null : deciding.next(looked);
    if (next === null) deciding.say("Nothing else is undecided.");
    else deciding.reach(next, false);
  };
  /** Back to the list, where the keys work. */
  const toList = () => {
    const index = looked === null ? -1 : shown.indexOf(looked);
    if (index >= 0) grid.current?.goTo(index, true);
  };
  const askFor = useCallback(
    (first: number, last: number) => {
      look(shown.slice(first, last + 1).map(({ principal }) => principal.id));
    },
    [look, shown],
  );

  return (
    <>
      <ItemFilters query={query} counts={listed.counts} change={change} />
      <BulkBar
        selected={chosen.ids.size}
        recommended={bulk.recommended}
        whyNot={whyNot}
        onDecide={(verdict) => {
          bulk.decide(verdict, chosen.ids, shown);
        }}
        onAccept={bulk.accept}
        onClear={chosen.clear}
      />
      <div className={styles.line}>
        <Text size={200} className={styles.words} role="status">
          {shown.length === items.length
            ? `${numberText(items.length)} ${items.length === 1 ? "item" : "items"}`
            : `${numberText(shown.length)} of ${numberText(items.length)} items match`}
          {reading && ", and more are being read"}
        </Text>
        <SendingLine view={view} />
        {listed.outgrown > 0 && (
          <Button size="small" appearance="subtle" onClick={listed.refresh}>
            Leave out {numberText(listed.outgrown)} that no longer match
          </Button>
        )}
      </div>
      {!narrow && (
        <div className={styles.heard} role="status">
          {deciding.said}
        </div>
      )}
      <div className={mergeClasses(styles.work, (narrow || active === null) && styles.alone)}>
        <div className={styles.list}>
          {shown.length === 0 && !reading ? (
            <EmptyState
              icon={<PeopleSearchRegular />}
              title="Nothing matches"
              action={<Button onClick={() => void change(NO_FILTERS)}>Clear the filters</Button>}
            >
              Try fewer filters or another spelling.
            </EmptyState>
          ) : (
            <VirtualGrid
              ref={grid}
              label="Items"
              columns={columns}
              hiddenColumns={hidden}
              count={shown.length}
              rowAt={(index) => {
                const item = shown[index];
                return item && rowOf(item);
              }}
              askFor={askFor}
              rowId={rowId}
              rowLabel={rowLabel}
              openId={active?.item.id ?? null}
              onOpen={({ item }) => {
                deciding.reach(item, !narrow);
                setOpened(true);
              }}
              onReach={({ item }) => {
                if (item.id !== active?.item.id) void change({ item: item.id });
              }}
              onRowKey={onRowKey}
              selection={chosen.selection}
              sort={query.sort}
              onSort={(column) => {
                const next = nextSort(SORT_KEYS, column, query.sort);
                if (next !== null) void change(next);
              }}
            />
          )}
        </div>
        {active !== null && (
          <ItemPlace
            ref={place}
            title={<PersonName name={rowLabel(active)} />}
            drawer={
              narrow
                ? {
                    open: opened,
                    onClose: () => {
                      setOpened(false);
                    },
                  }
                : null
            }
            onLeave={toList}
            decide={
              <DecideBox
                keys={!narrow}
                said={narrow ? deciding.said : null}
                onSkip={narrow ? skip : null}
                decided={active.decided}
                whyNot={whyNot}
                writing={writing.writing}
                requiredOnApproval={settings.justificationOnApproval}
                field={deciding.field}
                onWrite={writing.write}
                onKeep={writing.keep}
                onDecide={(verdict) => {
                  deciding.decide(verdict, !narrow);
                }}
                onWritten={() => {
                  if (writing.awaited === null) toList();
                  else deciding.decide(writing.awaited, !narrow);
                }}
                onLeave={toList}
              />
            }
          >
            <ItemPanel row={active} settings={settings} />
          </ItemPlace>
        )}
      </div>
      {bulk.dialog}
    </>
  );
}
