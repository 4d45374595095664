"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { ColumnChoice } from "./use-column-choice";
import type { ListState } from "./use-list-state";

// Needed only when somebody presses them.
const ViewsMenu = dynamic(() => import("./views-menu").then(({ ViewsMenu }) => ViewsMenu), {
  ssr: false,
});
const ColumnsMenu = dynamic(() => import("./columns-menu").then(({ ColumnsMenu }) => ColumnsMenu), {
  ssr: false,
});

const useStyles = makeStyles({
  actions: {
    display: "flex",
    flexWrap: "wrap",
    minWidth: 0,
    gap: tokens.spacingHorizontalS,
    // No wider than their words, so that a phone has room for them in one line.
    "& > .fui-Button": { minWidth: "0" },
  },
});

/** The buttons of what can be done with a list as a whole. */
export function ListActions({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().actions}>{children}</div>;
}

interface ListMenusProps {
  readonly list: Pick<ListState, "panelName">;
  readonly choice: ColumnChoice;
  /** Under which name views are saved; the name of the columns' choice where it is not given. */
  readonly name?: string;
  /** Names in the address that say where the list is, not what of it is shown: a view does not keep them. */
  readonly page?: readonly string[];
}

/** The saved views of a list, and its choice of columns. */
export function ListMenus({ list, choice, name, page = NONE }: ListMenusProps) {
  return (
    <>
      <ViewsMenu list={name ?? choice.list} panel={list.panelName} page={page} />
      <ColumnsMenu choice={choice} />
    </>
  );
}

const NONE: readonly string[] = [];
