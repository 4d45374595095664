import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from "react";

export interface ActiveCell {
  /** Row -1 is the header. */
  readonly row: number;
  readonly column: number;
}

interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that PageUp and PageDown move by. */
  readonly page: number;
}

const clamp = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), Math.max(least, most));

/** Where a key leads from a cell; undefined when the key does not move. */
export function moved(
  from: ActiveCell,
  key: string,
  ctrl: boolean,
  extent: Extent,
): ActiveCell | undefined {
  const to = (row: number, column: number): ActiveCell => ({
    row: clamp(row, -1, extent.rows - 1),
    column: clamp(column, 0, extent.columns - 1),
  });
  switch (key) {
    case "ArrowDown":
      return to(from.row + 1, from.column);
    case "ArrowUp":
      return to(from.row - 1, from.column);
    case "ArrowRight":
      return to(from.row, from.column + 1);
    case "ArrowLeft":
      return to(from.row, from.column - 1);
    case "PageDown":
      return to(from.row + extent.page, from.column);
    case "PageUp":
      return to(Math.max(0, from.row - extent.page), from.column);
    case "Home":
      return to(ctrl ? 0 : from.row, 0);
    case "End":
      return to(ctrl ? extent.rows - 1 : from.row, extent.columns - 1);
    default:
      return undefined;
  }
}

/**
 * The one cell of a grid that Tab reaches, and the keys that move it.
 * See the grid pattern: https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function useActiveCell(
  grid: RefObject<HTMLElement | null>,
  extent: Extent,
  reveal: (row: number) => void,
) {
  const [active, setActive] = useState<ActiveCell>({ row: -1, column: 0 });
  const toFocus = useRef<ActiveCell | null>(null);

  useEffect(() => {
    // An effect of an earlier render may run after a key press. Ignore it.
    const { current } = toFocus;
    if (current?.row !== active.row || current.column !== active.column) return;
    const cell = grid.current?.querySelector<HTMLElement>(
      `[data-row="${active.row}"][data-column="${active.column}"]`,
    );
    if (!cell) return;
    toFocus.current = null;
    cell.focus({ preventScroll: true });
  });

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const next = moved(active, event.key, event.ctrlKey || event.metaKey, extent);
      if (!next) return;
      event.preventDefault();
      toFocus.current = next;
      setActive(next);
      if (next.row >= 0) reveal(next.row);
    },
    [active, extent, reveal],
  );

  const goTo = useCallback(
    (cell: ActiveCell, focus: boolean) => {
      toFocus.current = focus ? cell : null;
      setActive(cell);
      if (cell.row >= 0) reveal(cell.row);
    },
    [reveal],
  );

  return { active, setActive, onKeyDown, goTo };
}
