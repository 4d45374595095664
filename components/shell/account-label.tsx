"use client";

import { makeStyles } from "@fluentui/react-components";
import { PersonName } from "@/components/ui/person-name";
import type { SignedInAccount } from "@/lib/identity/session-state";
import { NARROW } from "./narrow";

const useStyles = makeStyles({
  label: {
    maxWidth: "14rem",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    [NARROW]: { display: "none" },
  },
});

/** The account's name where there is room for it. */
export function AccountLabel(props: { readonly account: SignedInAccount }) {
  const styles = useStyles();
  return (
    <span className={styles.label}>
      <PersonName name={props.account.name} />
    </span>
  );
}
