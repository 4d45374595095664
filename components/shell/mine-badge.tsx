"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";

// Reading reviews takes more code than the frame: it is loaded when the page has nothing else to do.
const MineCount = dynamic(() => import("./mine-count").then(({ MineCount }) => MineCount), {
  ssr: false,
});

/** How long the page has to itself, in browsers that do not say when they are idle. */
const REST_MILLISECONDS = 2_000;

/** False until the page has loaded and the browser has nothing more important to do. */
function useIdle(): boolean {
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

/** How many reviews wait for the signed-in person, once the page is idle. */
export function MineBadge() {
  return useIdle() ? <MineCount /> : null;
}
