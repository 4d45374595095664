"use client";

import { makeStyles } from "@fluentui/react-components";
import type { ComponentProps } from "react";
import { AppLink } from "./app-link";

const useStyles = makeStyles({ link: { textDecorationLine: "underline" } });

/** A link within a sentence: colour alone does not tell it from the words around it. */
export function TextLink(props: ComponentProps<typeof AppLink>) {
  const styles = useStyles();
  return <AppLink {...props} className={styles.link} />;
}
