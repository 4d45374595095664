"use client";

import { useEffect, useState } from "react";

/** How long the page has to itself, in browsers that do not say when they are idle. */
const REST_MILLISECONDS = 2_000;

/** False until the page has loaded and the browser has nothing more important to do. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const begin = () => {
      setIdle(true);
    };
    if ("requestIdleCallback" in window) {
      const id = requestIdleCallback(begin);
      return () => {
        cancelIdleCallback(id);
      };
    }
    const id = setTimeout(begin, REST_MILLISECONDS);
    return () => {
      clearTimeout(id);
    };
  }, []);
  return isIdle;
}
