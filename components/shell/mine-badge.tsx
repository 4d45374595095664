"use client";

import dynamic from "next/dynamic";
import { useIdle } from "@/components/ui/use-idle";

// Reading reviews takes more code than the frame: it is loaded when the page has nothing else to do.
const MineCount = dynamic(() => import("./mine-count").then(({ MineCount }) => MineCount), {
  ssr: false,
});

/** How many reviews wait for the signed-in person, once the page is idle. */
export function MineBadge() {
  return useIdle() ? <MineCount /> : null;
}
