"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import type { ComponentProps } from "react";

const useStyles = makeStyles({
  column: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    flexGrow: 1,
    minHeight: 0,
  },
});

/** Parts of a page below each other; one that grows, such as a grid, takes the room that is left. */
export function Column(props: Omit<ComponentProps<"div">, "className">) {
  return <div {...props} className={useStyles().column} />;
}
