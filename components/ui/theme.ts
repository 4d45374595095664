export type Theme = "light" | "dark";

/** What a person chose; "system" follows their operating system. */
export type ThemeChoice = Theme | "system";

export const THEME_COOKIE = "theme";
/** What the operating system said last: it lets the server draw the next page right the first time. */
export const SYSTEM_THEME_COOKIE = "system-theme";

export interface ThemeHints {
  readonly chosen: string | undefined;
  readonly lastSystem: string | undefined;
  /** The request's Sec-CH-Prefers-Color-Scheme, from browsers that send it. */
  readonly clientHint: string | undefined;
}

export interface InitialTheme {
  readonly choice: ThemeChoice;
  readonly theme: Theme;
}

const themeOf = (word: string | undefined): Theme | undefined =>
  word === "dark" || word === "light" ? word : undefined;

/** The theme of the first paint: the person's own choice, else what is known of their system, else light. */
export function initialTheme(hints: ThemeHints): InitialTheme {
  const chosen = themeOf(hints.chosen);
  if (chosen !== undefined) return { choice: chosen, theme: chosen };
  const hint = themeOf(hints.clientHint?.replaceAll('"', ""));
  return { choice: "system", theme: hint ?? themeOf(hints.lastSystem) ?? "light" };
}
