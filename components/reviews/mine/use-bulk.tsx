"use client";

import { useState } from "react";
import type { Verdict } from "./answer";
import { BulkDialog, type BulkWanted } from "./bulk-dialog";
import { recommendationOf } from "./select-items";
import type { DecidingInput } from "./use-deciding";

interface Opened {
  readonly wanted: BulkWanted;
  /** It stays while its dialog closes. */
  readonly open: boolean;
  /** Tells one from the next. */
  readonly number: number;
}

interface BulkInput extends Pick<DecidingInput, "items" | "settings" | "queue" | "view"> {
  readonly isUndecided: (item: DecidingInput["items"][number]) => boolean;
  /** A plan was begun, whatever became of it. */
  readonly onDone: () => void;
}

/** Deciding on many at once: on those selected, or on all that are undecided as Entra recommends. */
export function useBulk({ items, settings, queue, view, isUndecided, onDone }: BulkInput) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const begin = (wanted: BulkWanted) => {
    // What was answered before comes before.
    void queue.flush();
    setOpened((before) => ({ wanted, open: true, number: (before?.number ?? 0) + 1 }));
  };
  const open = items.filter((item) => isUndecided(item) && recommendationOf(item) !== "none");
  return {
    /** Undecided items for which Entra recommends something. */
    recommended: open.length,
    /** In the order in which they are shown, and after them those that no longer match. */
    decide: (verdict: Verdict, ids: ReadonlySet<string>, shown: DecidingInput["items"]) => {
      const chosen = [...new Set([...shown, ...items])].filter(({ id }) => ids.has(id));
      begin({ kind: verdict, parts: chosen.map((item) => ({ item, verdict })) });
    },
    accept: () => {
      begin({
        kind: "recommended",
        parts: open.map((item) => ({
          item,
          verdict: recommendationOf(item) === "Approve" ? "Approve" : "Deny",
        })),
      });
    },
    dialog: opened && (
      // Taken away at once, an open dialog would leave the page behind it hidden from screen readers.
      <BulkDialog
        key={opened.number}
        open={opened.open}
        wanted={opened.wanted}
        settings={settings}
        queue={queue}
        view={view}
        onClose={(ran) => {
          setOpened({ ...opened, open: false });
          if (ran) onDone();
        }}
      />
    ),
  };
}
