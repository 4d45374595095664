"use client";

import dynamic from "next/dynamic";
import { useCallback } from "react";
import { GuestCommandBar } from "@/components/plan/guest-command-bar";
import type { GridColumn } from "@/components/grid/column";
import type { GuestOperationKind } from "@/lib/domain/operation";
import type { GuestQuery, GuestRow } from "@/lib/inventory/inventory";
import { inventory, type useGuests } from "@/lib/inventory/use-inventory";
import { GuestList, type Nobody } from "./guest-list";
import type { ChangeQuery } from "./use-guest-query";
import { useSelection } from "@/components/grid/use-selection";

const GuestPanel = dynamic(() => import("./guest-panel").then(({ GuestPanel }) => GuestPanel), {
  ssr: false,
});

interface GuestWorkspaceProps {
  readonly label: string;
  readonly columns: readonly GridColumn<GuestRow>[];
  readonly hiddenColumns: readonly string[];
  readonly offers: readonly GuestOperationKind[];
  readonly guests: ReturnType<typeof useGuests>;
  readonly query: GuestQuery;
  readonly narrowed: boolean;
  readonly change: ChangeQuery;
  readonly openGuest: string | null;
  readonly nobody?: Nobody;
}

/** The guests that match, what can be decided about those who are selected, and the panel of the open one. */
export function GuestWorkspace({ offers, openGuest, ...list }: GuestWorkspaceProps) {
  const { guests, query, change } = list;
  const everybody = useCallback(() => inventory().ids(query), [query]);
  const { ids, selection, clear } = useSelection(guests.answer?.total ?? 0, everybody);
  return (
    <>
      <GuestCommandBar ids={ids} onClear={clear} offers={offers} />
      <GuestList {...list} openGuest={openGuest} selection={selection} />
      {openGuest !== null && (
        <GuestPanel
          guestId={openGuest}
          onClose={() => {
            void change({ guest: null });
          }}
        />
      )}
    </>
  );
}
