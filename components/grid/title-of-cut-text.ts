import type { MouseEvent } from "react";

/** Gives the text under the pointer a title where it does not fit its cell. One for the grid: a row costs nothing. */
export function titleOfCutText({ target }: MouseEvent): void {
  if (!(target instanceof Element)) return;
  const text = target.closest<HTMLElement>("[data-cell-text]");
  if (text === null) return;
  if (text.scrollWidth > text.clientWidth) text.title = text.textContent;
  else text.removeAttribute("title");
}
