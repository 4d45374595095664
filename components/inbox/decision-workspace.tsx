"use client";

import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { PeopleSearchRegular } from "@fluentui/react-icons";
import { type KeyboardEvent, type ReactNode, useCallback, useRef } from "react";
import type { GridColumn } from "@/components/grid/column";
import type { GridSort } from "@/components/grid/grid-header";
import { useSelection } from "@/components/grid/use-selection";
import { VirtualGrid } from "@/components/grid/virtual-grid";
import { Announcement } from "@/components/ui/announcement";
import { EmptyState } from "@/components/ui/empty-state";
import { PersonName } from "@/components/ui/person-name";
import { useNarrow } from "@/components/ui/use-narrow";
import { counted, numberText } from "@/lib/domain/number-text";
import type { GuestRow } from "@/lib/inventory/inventory";
import type { Decisions, Item, QueuedAnswer } from "./answer";
import { BulkDecisions } from "./bulk-decisions";
import type { BulkPart } from "./bulk-dialog";
import { DecisionForm } from "./decision-form";
import { useGuestFacts } from "./guest-facts";
import { ItemPane } from "./item-pane";
import { SendingLine } from "./sending-status";
import { useArrivalFocus } from "./use-arrival-focus";
import { useItemDrawer } from "./use-item-drawer";
import { type DecisionSessionInput, useDecisionSession } from "./use-decision-session";

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
});

const rowId = ({ item }: { readonly item: Item }) => item.id;

/** One line of the list: the item, what was answered here, and what the list of guests has of its guest. */
export interface InboxRow<I extends Item, Decision extends string> {
  readonly item: I;
  readonly answer: QueuedAnswer<I, Decision> | undefined;
  readonly decision: Decision | null;
  /** Null: not in the list of guests. Undefined: not known yet. */
  readonly guest: GuestRow | null | undefined;
}

interface DecisionWorkspaceProps<
  I extends Item,
  Decision extends string,
> extends DecisionSessionInput<I, Decision> {
  /** More items are still on their way. */
  readonly reading: boolean;
  /** The filters above the list. */
  readonly filters: (decisions: Decisions<I, Decision>) => ReactNode;
  readonly onClearFilters: () => void;
  readonly columns: readonly GridColumn<InboxRow<I, Decision>>[];
  readonly hiddenColumns: readonly string[];
  readonly sort: GridSort | null;
  readonly onSort: (column: string) => void;
  /** What there is to know about the active item before it is decided. */
  readonly panel: (row: InboxRow<I, Decision>) => ReactNode;
  /** Which decision needs a justification, before one is tried; null where none does. */
  readonly requirement: string | null;
  /** What follows from many decisions at once, in a sentence each. */
  readonly consequenceOf: (parts: readonly BulkPart<I, Decision>[]) => string;
}

/** A list of items, the active one beside it or over it, and what can be decided about it and about many. */
export function DecisionWorkspace<I extends Item, Decision extends string>(
  props: DecisionWorkspaceProps<I, Decision>,
) {
  const { inbox, items, queue, view, whyNot, reading } = props;
  const styles = useStyles();
  const narrow = useNarrow();
  const pane = useRef<HTMLElement>(null);
  const session = useDecisionSession(props);
  const { shown, item: activeItem, decisions, justification } = session;
  const facts = useGuestFacts();
  // Once what lies over the list is gone, and with it what had the focus.
  const focusListSoon = () => void requestAnimationFrame(session.focusList);
  const focusItem = () => pane.current?.querySelector("button")?.focus();
  const leaveField = narrow ? focusItem : session.focusList;
  useArrivalFocus(!narrow && !reading && shown.length > 0, session.focusList);
  const drawer = useItemDrawer({
    narrow,
    item: activeItem,
    onClosed: (last) => {
      session.goTo(last, true);
    },
  });
  const rowOf = (item: I): InboxRow<I, Decision> => {
    const guestId = inbox.guestIdOf(item);
    return {
      item,
      answer: view.answers.get(item.id),
      decision: decisions.of(item),
      guest: guestId === null ? null : facts.of(guestId),
    };
  };
  const active = activeItem === null ? null : rowOf(activeItem);
  const allIds = useCallback(() => Promise.resolve(shown.map(({ id }) => id)), [shown]);
  const chosen = useSelection(shown.length, allIds);
  const onRowKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !narrow) {
      event.preventDefault();
      focusItem();
    } else if (session.press(event, true)) event.preventDefault();
  };
  // The list of the keys itself has no place there.
  const onItemKey = (event: KeyboardEvent) => event.key !== "?" && session.press(event, false);
  const { show } = facts;
  const askFor = useCallback(
    (first: number, last: number) => {
      show(shown.slice(first, last + 1).flatMap((item) => inbox.guestIdOf(item) ?? []));
    },
    [show, shown, inbox],
  );

  return (
    <>
      {props.filters(decisions)}
      <BulkDecisions
        inbox={inbox}
        items={items}
        shown={shown}
        decisions={decisions}
        selectedIds={chosen.ids}
        hidden={{
          ...chosen.hidden,
          show: shown.length < items.length ? props.onClearFilters : null,
        }}
        onClear={chosen.clear}
        queue={queue}
        view={view}
        whyNot={whyNot}
        consequenceOf={props.consequenceOf}
        onDecided={focusListSoon}
      />
      <div className={styles.line}>
        <Text size={200} className={styles.words} role="status">
          {shown.length === items.length
            ? counted(items.length, "item")
            : `${numberText(shown.length)} of ${counted(items.length, "item")} match`}
          {reading && ", and more are being read"}
        </Text>
        <SendingLine view={view} />
        {session.staleCount > 0 && (
          <Button size="small" appearance="subtle" onClick={session.refresh}>
            {`Hide ${numberText(session.staleCount)} that no longer ${session.staleCount === 1 ? "matches" : "match"}`}
          </Button>
        )}
      </div>
      {!narrow && <Announcement>{session.announcement}</Announcement>}
      <div className={mergeClasses(styles.work, (narrow || active === null) && styles.alone)}>
        <div className={styles.list}>
          {shown.length === 0 && !reading ? (
            <EmptyState
              icon={<PeopleSearchRegular />}
              title="Nothing matches"
              action={<Button onClick={props.onClearFilters}>Clear the filters</Button>}
            >
              Try fewer filters or another spelling.
            </EmptyState>
          ) : (
            <VirtualGrid
              ref={session.grid}
              label="Items"
              columns={props.columns}
              hiddenColumns={props.hiddenColumns}
              count={shown.length}
              rowAt={(index) => {
                const item = shown[index];
                return item && rowOf(item);
              }}
              askFor={askFor}
              rowId={rowId}
              rowLabel={({ item }) => inbox.nameOf(item)}
              openId={activeItem?.id ?? null}
              onOpen={({ item }) => {
                session.goTo(item, !narrow);
                if (narrow) drawer.open();
              }}
              onReach={({ item }) => {
                if (item.id !== activeItem?.id) props.onActive(item.id);
              }}
              onRowKey={onRowKey}
              selection={chosen.selection}
              onSort={props.onSort}
              {...(props.sort !== null && { sort: props.sort })}
            />
          )}
        </div>
        {active !== null && (
          <ItemPane
            ref={pane}
            title={<PersonName name={inbox.nameOf(active.item)} />}
            drawer={
              narrow ? { open: drawer.isOpen, onClose: drawer.close, onKey: onItemKey } : null
            }
            onLeave={session.focusList}
            form={
              <DecisionForm
                options={inbox.options}
                place={inbox.place}
                showsKeys={!narrow}
                announcement={narrow ? session.announcement : null}
                steps={narrow ? session.steps : null}
                decision={active.decision}
                whyNot={whyNot}
                justification={justification.form}
                requirement={props.requirement}
                field={session.field}
                onWrite={justification.write}
                onReuse={justification.reuse}
                onDecide={(decision) => {
                  session.decide(decision, !narrow);
                }}
                onWritten={() => {
                  if (justification.awaiting === null) leaveField();
                  else session.decide(justification.awaiting, !narrow);
                }}
                onLeave={leaveField}
              />
            }
          >
            {props.panel(active)}
          </ItemPane>
        )}
      </div>
    </>
  );
}
