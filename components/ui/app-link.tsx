"use client";

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import NextLink from "next/link";
import type { ComponentProps } from "react";

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: "none",
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: "underline" },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "1px",
    },
  },
});

/** A link to another page of this app, coloured as Fluent's Link: a plain one has too little contrast in the dark. */
export function AppLink(props: ComponentProps<typeof NextLink>) {
  const styles = useStyles();
  return <NextLink {...props} className={mergeClasses(styles.link, props.className)} />;
}
