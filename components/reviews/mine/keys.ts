import type { Verdict } from "./answer";

export type KeyAction =
  | { readonly kind: "decide"; readonly verdict: Verdict }
  | { readonly kind: "go"; readonly to: "next" | "previous" | "next-undecided" }
  | { readonly kind: "write" }
  | { readonly kind: "back" }
  | { readonly kind: "help" };

interface KeyWords {
  readonly key: string;
  readonly action: KeyAction;
  readonly says: string;
}

/** The single keys of the list of items. They work only while the focus is in it (WCAG 2.2, 2.1.4). */
export const KEYS: readonly KeyWords[] = [
  { key: "A", action: { kind: "decide", verdict: "Approve" }, says: "Approve: keep the access" },
  { key: "D", action: { kind: "decide", verdict: "Deny" }, says: "Deny: remove the access" },
  { key: "U", action: { kind: "decide", verdict: "DontKnow" }, says: "Unsure: don't know" },
  { key: "J", action: { kind: "go", to: "next" }, says: "Next item, as ↓" },
  { key: "K", action: { kind: "go", to: "previous" }, says: "Previous item, as ↑" },
  { key: "N", action: { kind: "go", to: "next-undecided" }, says: "Next undecided item" },
  { key: "W", action: { kind: "write" }, says: "Write the justification; Esc leads back" },
  { key: "Z", action: { kind: "back" }, says: "Back to the item decided last" },
  { key: "?", action: { kind: "help" }, says: "Show these keys" },
];

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** The key is held down. */
  readonly repeat: boolean;
}

/** What a key of the list does; null where it means nothing, or belongs to the browser. */
export function actionOf(pressed: Pressed): KeyAction | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const action = KEYS.find(({ key }) => key === pressed.key.toUpperCase())?.action ?? null;
  // A key held a moment too long walks on, but never decides about the next one.
  return pressed.repeat && action?.kind !== "go" ? null : action;
}
