"use client";

import { useEffect, useState } from "react";
import { useNarrow } from "@/components/ui/use-narrow";
import { useServices } from "@/lib/services/services";

interface ColumnSetup {
  /** The list's name, under which the choice is remembered. */
  readonly list: string;
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  /** Columns that are hidden until somebody chooses them. */
  readonly hidden?: readonly string[];
  /** Columns that a phone has room for. */
  readonly onAPhone: readonly string[];
}

/** Which columns of a list are hidden, and the way to choose others. */
export interface ColumnChoice extends Pick<ColumnSetup, "list" | "columns"> {
  readonly hidden: readonly string[];
  /** Whether it is what everybody sees who has chosen nothing. */
  readonly isDefault: boolean;
  /** Null for what is usual. */
  readonly choose: (hidden: readonly string[] | null) => void;
}

const NONE: readonly string[] = [];

/**
 * The columns of a list as this person chose them in this browser, on a phone apart from a wider screen. The first column
 * always stays: it names the row.
 */
export function useColumnChoice(setup: ColumnSetup): ColumnChoice {
  const { list, columns, onAPhone } = setup;
  const { me } = useServices();
  const narrow = useNarrow();
  const place = narrow ? `${list}.phone` : list;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => {
    let isCurrent = true;
    storageOf(place)
      .then((storage) => {
        const hidden = storage.load(me);
        if (isCurrent) setChosen(hidden && { place, hidden });
      })
      .catch(console.error);
    return () => {
      isCurrent = false;
    };
  }, [place, me]);
  const usual = narrow
    ? columns.map(({ id }) => id).filter((id) => !onAPhone.includes(id))
    : (setup.hidden ?? NONE);
  const current = chosen?.place === place ? chosen.hidden : null;
  return {
    list,
    columns,
    hidden: current?.filter((id) => id !== columns[0]?.id) ?? usual,
    isDefault: current === null,
    choose: (hidden) => {
      setChosen(hidden && { place, hidden });
      storageOf(place)
        .then((storage) => {
          if (hidden === null) storage.clear(me);
          else storage.save(me, [...hidden]);
        })
        .catch(console.error);
    },
  };
}

interface Chosen {
  readonly place: string;
  readonly hidden: readonly string[];
}

/** Loaded after the page: what is remembered is parsed, and the parser is heavy. */
async function storageOf(place: string) {
  return (await import("./list-preferences-storage")).hiddenColumnsStorage(place);
}
