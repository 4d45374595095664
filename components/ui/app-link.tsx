"use client";

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ComponentProps } from "react";
import { PageLink } from "./page-link";

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

/** A link to another page of this app with Fluent's link color; a plain one has too little contrast in the dark theme. */
export function AppLink(props: ComponentProps<typeof PageLink>) {
  const styles = useStyles();
  return <PageLink {...props} className={mergeClasses(styles.link, props.className)} />;
}
