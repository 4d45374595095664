"use client";

import { DialogContent, makeStyles, tokens } from "@fluentui/react-components";
import type { ComponentProps } from "react";

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

/** What a dialog says and asks, part below part. */
export function DialogColumn(props: Omit<ComponentProps<"div">, "className">) {
  const styles = useStyles();
  return (
    <DialogContent>
      <div {...props} className={styles.column} />
    </DialogContent>
  );
}
