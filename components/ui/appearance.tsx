"use client";

import {
  createDOMRenderer,
  FluentProvider,
  makeStyles,
  RendererProvider,
  renderToStyleElements,
  SSRProvider,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { useServerInsertedHTML } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import {
  type InitialTheme,
  SYSTEM_THEME_COOKIE,
  type Theme,
  THEME_COOKIE,
  type ThemeChoice,
} from "./theme";

interface Appearance {
  readonly theme: Theme;
  readonly choice: ThemeChoice;
  readonly choose: (choice: ThemeChoice) => void;
}

const AppearanceContext = createContext<Appearance>({
  theme: "light",
  choice: "system",
  choose: () => undefined,
});

const YEAR_SECONDS = 31_536_000;
const DARK = "(prefers-color-scheme: dark)";

function remember(name: string, value: string | null): void {
  const age = value === null ? 0 : YEAR_SECONDS;
  document.cookie = `${name}=${value ?? ""}; path=/; max-age=${age}; samesite=lax`;
}

function systemTheme(): Theme {
  return window.matchMedia(DARK).matches ? "dark" : "light";
}

const useStyles = makeStyles({
  root: {
    minHeight: "100dvh",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
});

function useAppearanceState(initial: InitialTheme): Appearance {
  const [state, setState] = useState(initial);

  useEffect(() => {
    if (state.choice !== "system") return;
    const query = window.matchMedia(DARK);
    const follow = () => {
      const theme = systemTheme();
      remember(SYSTEM_THEME_COOKIE, theme);
      setState((before) => (before.theme === theme ? before : { ...before, theme }));
    };
    follow();
    query.addEventListener("change", follow);
    return () => {
      query.removeEventListener("change", follow);
    };
  }, [state.choice]);

  useEffect(() => {
    document.documentElement.dataset.theme = state.theme;
  }, [state.theme]);

  const choose = useCallback((choice: ThemeChoice) => {
    remember(THEME_COOKIE, choice === "system" ? null : choice);
    setState({ choice, theme: choice === "system" ? systemTheme() : choice });
  }, []);
  return useMemo(() => ({ ...state, choose }), [state, choose]);
}

function Themed(props: { readonly theme: Theme; readonly children: ReactNode }) {
  const styles = useStyles();
  const theme = props.theme === "dark" ? webDarkTheme : webLightTheme;
  return (
    // The class is on a box of its own: Fluent gives the provider's classes to every portal too.
    <FluentProvider theme={theme}>
      <div className={styles.root}>{props.children}</div>
    </FluentProvider>
  );
}

/** Fluent's styles on the server and in the browser, under the page's nonce, in the person's theme. */
export function AppearanceProvider(props: {
  readonly nonce: string;
  readonly initial: InitialTheme;
  readonly children: ReactNode;
}) {
  // A state and not a memo: the document keeps its first nonce, later answers carry others.
  const [renderer] = useState(() =>
    createDOMRenderer(typeof document === "undefined" ? undefined : document, {
      styleElementAttributes: { nonce: props.nonce },
    }),
  );
  const sentRules = useRef(0);
  useServerInsertedHTML(() => {
    // Called before every streamed flush: sent again when rules were added.
    const rules = Object.keys(renderer.insertionCache).length;
    if (rules === sentRules.current) return null;
    sentRules.current = rules;
    return <>{renderToStyleElements(renderer)}</>;
  });
  const appearance = useAppearanceState(props.initial);
  return (
    <RendererProvider renderer={renderer}>
      <SSRProvider>
        <AppearanceContext value={appearance}>
          <Themed theme={appearance.theme}>{props.children}</Themed>
        </AppearanceContext>
      </SSRProvider>
    </RendererProvider>
  );
}

/** The theme in force and how to choose another. */
export function useAppearance(): Appearance {
  return useContext(AppearanceContext);
}
