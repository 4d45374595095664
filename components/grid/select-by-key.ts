import type { KeyboardEvent } from "react";
import type { GridSelection } from "./grid-header";

/** Shift and an arrow choose the rows that the arrow passes; a range begins at the row where the first one was pressed. */
export function extendByArrow(
  selection: GridSelection,
  id: string | undefined,
  nextId: string | undefined,
): void {
  if (id === undefined || nextId === undefined) return;
  if (!selection.has(id)) selection.toggle(id);
  selection.extendTo(nextId);
}

/** Chooses rows by Space and Ctrl+A. True when the key was one of them. */
export function selectByKey(
  { key, shiftKey, ctrlKey, metaKey }: KeyboardEvent,
  selection: GridSelection,
  place: { readonly id: string | undefined; readonly isOnSelectAll: boolean },
): boolean {
  const { id, isOnSelectAll } = place;
  const isAll = key === "a" && (ctrlKey || metaKey);
  if (isAll || (key === " " && id === undefined && isOnSelectAll)) {
    selection.toggleAll();
    return true;
  }
  if (key !== " " || id === undefined) return false;
  if (shiftKey) selection.extendTo(id);
  else selection.toggle(id);
  return true;
}
