"use client";

import { createContext, type ReactNode, useContext } from "react";

const NowContext = createContext<() => number>(() => Date.now());

/** Provides the current time to relative times below; without it they use the computer's clock. */
export function NowProvider(props: { readonly now: () => number; readonly children: ReactNode }) {
  return <NowContext value={props.now}>{props.children}</NowContext>;
}

/** The current time, for client rendering only. */
export function useNow(): () => number {
  return useContext(NowContext);
}
