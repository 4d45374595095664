import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { type RefObject, useDeferredValue, useEffect, useRef } from "react";
import { HEADER_HEIGHT, ROW_HEIGHT } from "./virtual-grid.styles";

interface RowsSetup {
  readonly count: number;
  /** Asks for the rows in view, both ends included. */
  readonly askFor: ((first: number, last: number) => void) | undefined;
  /** The row with the focus; it stays in the page when it is scrolled away, so that the focus is not lost. */
  readonly activeRow: RefObject<number>;
  /** Whether the rows are drawn with the page around them; otherwise in slices after it, not in one long task with it. */
  readonly isDrawnAtOnce: boolean;
}

/** Which rows of a grid are in the page, and the elements that scroll and hold them. */
export function useRowsInView({ count, askFor, activeRow, isDrawnAtOnce }: RowsSetup) {
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const drawn = useDeferredValue(true, isDrawnAtOnce);

  const virtual = useVirtualizer({
    count: drawn ? count : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollMargin: HEADER_HEIGHT,
    rangeExtractor: (range: Range) => {
      const inView = defaultRangeExtractor(range);
      const focused = activeRow.current;
      return focused < 0 || focused >= count || inView.includes(focused)
        ? inView
        : [...inView, focused].sort((a, b) => a - b);
    },
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (count > 0) askFor?.(first, last);
  }, [askFor, first, last, count]);

  const height = virtual.getTotalSize();
  useEffect(() => {
    // Set on the element, not in the markup: the content security policy allows no style attributes in HTML.
    body.current?.style.setProperty("height", `${height}px`);
  }, [height]);

  const reveal = (row: number) => {
    virtual.scrollToIndex(row);
  };
  return { scroller, body, items, reveal };
}

/** Scrolls to the row whose panel is open each time that is another one: the panel leads from row to row. */
export function useOpenRowInView(
  openId: string | null | undefined,
  openRow: number | undefined,
  reveal: (row: number) => void,
): void {
  const shown = useRef(openId);
  useEffect(() => {
    if (shown.current === openId) return;
    shown.current = openId;
    if (openRow !== undefined) reveal(openRow);
  });
}
