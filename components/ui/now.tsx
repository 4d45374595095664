"use client";

import { createContext, type ReactNode, useContext } from "react";

const NowContext = createContext<() => number>(() => Date.now());

/** Says what time it is to whatever below shows how long ago something was; without it the computer's clock does. */
export function NowProvider(props: { readonly now: () => number; readonly children: ReactNode }) {
  return <NowContext value={props.now}>{props.children}</NowContext>;
}

/** What time it is, for what the browser draws. */
export function useNow(): () => number {
  return useContext(NowContext);
}
