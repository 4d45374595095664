import type { DecisionOption } from "./inbox";

export type KeyAction<Decision extends string> =
  | { readonly kind: "decide"; readonly decision: Decision }
  | { readonly kind: "go"; readonly to: "next" | "previous" | "next-undecided" }
  | { readonly kind: "write" }
  | { readonly kind: "back" }
  | { readonly kind: "help" };

export interface InboxKey<Decision extends string> {
  readonly key: string;
  readonly action: KeyAction<Decision>;
  readonly help: string;
}

const WALKING: readonly InboxKey<never>[] = [
  { key: "J", action: { kind: "go", to: "next" }, help: "Next item, same as ↓" },
  { key: "K", action: { kind: "go", to: "previous" }, help: "Previous item, same as ↑" },
  { key: "N", action: { kind: "go", to: "next-undecided" }, help: "Next undecided item" },
  { key: "W", action: { kind: "write" }, help: "Write the justification; Esc returns to the list" },
  { key: "Z", action: { kind: "back" }, help: "Back to the last item you decided" },
  { key: "?", action: { kind: "help" }, help: "Show these keys" },
];

/** The single keys of a list of items. They work only while the focus is in it (WCAG 2.2, 2.1.4). */
export function keysOf<Decision extends string>(
  options: readonly DecisionOption<Decision>[],
): readonly InboxKey<Decision>[] {
  const deciding = options.map(({ decision, key, keyHelp }): InboxKey<Decision> => {
    return { key, action: { kind: "decide", decision }, help: keyHelp };
  });
  return [...deciding, ...WALKING];
}

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** The key is held down. */
  readonly repeat: boolean;
}

/** What a key press in the list does; null where it means nothing, or belongs to the browser. */
export function actionOf<Decision extends string>(
  keys: readonly InboxKey<Decision>[],
  press: KeyPress,
): KeyAction<Decision> | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const action = keys.find(({ key }) => key === press.key.toUpperCase())?.action ?? null;
  // A key held a moment too long walks on, but never decides about the next one.
  return press.repeat && action?.kind !== "go" ? null : action;
}
