import { type SavedView, VIEW_NAME_MAX } from "@/lib/contract/list-preferences";

/** More would not be found again in a menu. */
export const MOST_VIEWS = 50;

/** What of an address's query a view keeps: all but the open panel and what says where the list is. */
export function viewQuery(search: URLSearchParams, without: readonly string[]): string {
  return queryOf([...search].filter(([name]) => !without.includes(name)));
}

/** The query that shows a view where the list is now. */
export function queryToShow(
  view: string,
  current: URLSearchParams,
  page: readonly string[],
): string {
  const place = [...current].filter(([name]) => page.includes(name));
  return queryOf([...place, ...new URLSearchParams(view)]);
}

/** Whether two queries ask for the same, in whatever order. */
export function asksTheSame(one: string, other: string): boolean {
  const sorted = (query: string) => {
    const search = new URLSearchParams(query);
    search.sort();
    return search.toString();
  };
  return sorted(one) === sorted(other);
}

/** Why a view cannot have this name, in a sentence; null where it can. `current` is the name that it has already. */
export function nameProblem(
  views: readonly SavedView[],
  name: string,
  current: string | null,
): string | null {
  const trimmed = name.trim();
  if (trimmed === "") return "Enter a name.";
  if (trimmed.length > VIEW_NAME_MAX) return `Use at most ${VIEW_NAME_MAX} characters.`;
  const same = (view: SavedView) => view.name.toLowerCase() === trimmed.toLowerCase();
  return views.some((view) => view.name !== current && same(view))
    ? "You already have a view with this name."
    : null;
}

/** The views with one more; the latest is the last. */
export function addView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return [...views.filter(({ name }) => name !== view.name), view];
}

/** The views with another name for one of them, in its place. */
export function renameView(
  views: readonly SavedView[],
  from: string,
  to: string,
): readonly SavedView[] {
  return views.map((view) => (view.name === from ? { ...view, name: to } : view));
}

/** The views without one of them. */
export function removeView(views: readonly SavedView[], name: string): readonly SavedView[] {
  return views.filter((view) => view.name !== name);
}

function queryOf(pairs: readonly (readonly [string, string])[]): string {
  return new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
}
