"use client";

import type { ReactElement, ReactNode } from "react";
import type { GridColumn } from "@/components/grid/column";
import type { GridSelection } from "@/components/grid/grid-header";
import { ExportCsvButton } from "@/components/ui/export-csv-button";
import type { CsvSheet } from "@/components/ui/csv";
import { ListGrid } from "./list-grid";
import { ListActions, ListMenus } from "./list-menus";
import { listSheet } from "./list-sheet";
import { useColumnChoice } from "./use-column-choice";
import type { ListState } from "./use-list-state";
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { numberText } from "@/lib/domain/number-text";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    flexShrink: 0,
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  words: { color: tokens.colorNeutralForeground2, marginRight: "auto" },
});

interface ListCountProps {
  readonly shown: number;
  readonly of: number;
  readonly noun: readonly [one: string, many: string];
  readonly hint?: string;
  /** What can be done with the rows shown. */
  readonly children?: ReactNode;
}

/** How many rows of how many are shown, and beside it what can be done with them. */
export function ListCount({ shown, of, noun: [one, many], hint, children }: ListCountProps) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <Text size={200} className={styles.words} role="status">
        {`${numberText(shown)} of ${numberText(of)} ${of === 1 ? one : many}.`}
        {hint !== undefined && ` ${hint}`}
      </Text>
      {children !== undefined && <ListActions>{children}</ListActions>}
    </div>
  );
}

interface ListTableProps<Row extends object> {
  /** Under which name the choice of columns is remembered. */
  readonly name: string;
  /** Under which name views are saved, where that is not the same. */
  readonly viewsName?: string;
  readonly label: string;
  readonly list: Omit<ListState, "filter" | "filters">;
  readonly noun: readonly [one: string, many: string];
  /** What opening a row does, where it is not the thing itself. */
  readonly hint?: string;
  /** The rows that match, of how many. */
  readonly rows: readonly Row[];
  readonly of: number;
  /** More rows are being read: nobody is told that none match. */
  readonly isPending?: boolean;
  readonly columns: readonly GridColumn<Row>[];
  readonly onAPhone: readonly string[];
  readonly rowId: (row: Row) => string;
  readonly rowLabel: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly selection?: GridSelection;
  readonly icon?: ReactElement;
  /** Names in the address that say where the list is. */
  readonly page?: readonly string[];
  readonly export: {
    readonly fileName: string;
    /** Without it, every column of the rows shown, after their ids. */
    readonly sheet?: () => CsvSheet;
  };
  /** More to do with the rows shown. */
  readonly children?: ReactNode;
}

/** The rows in memory that match: how many, their views, columns and export, and the grid. */
export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const { list, columns, rowId, noun, hint, onOpen, selection, icon, isPending = false } = props;
  const rows = list.notUnderstood.length > 0 ? [] : props.rows;
  const choice = useColumnChoice({ list: props.name, columns, onAPhone: props.onAPhone });
  const { fileName, sheet = () => listSheet(rows, columns, { label: "Id", of: rowId }) } =
    props.export;
  return (
    <>
      <ListCount
        shown={rows.length}
        of={props.of}
        noun={noun}
        {...(hint !== undefined && { hint })}
      >
        <ListMenus
          list={list}
          choice={choice}
          name={props.viewsName ?? props.name}
          {...(props.page && { page: props.page })}
        />
        <ExportCsvButton fileName={fileName} disabled={rows.length === 0} sheet={sheet} />
        {props.children}
      </ListCount>
      <ListGrid
        label={props.label}
        list={list}
        columns={columns}
        hiddenColumns={choice.hidden}
        rows={{ count: rows.length, rowAt: (index) => rows[index], isPending }}
        rowId={rowId}
        rowLabel={props.rowLabel}
        {...(onOpen && { onOpen })}
        {...(selection && { selection })}
        nothing={{ title: `No ${noun[1]} match`, ...(icon && { icon }) }}
      />
    </>
  );
}
