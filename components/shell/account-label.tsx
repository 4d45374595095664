"use client";

import { makeStyles } from "@fluentui/react-components";
import { PersonName } from "@/components/ui/person-name";
import type { SignedInAccount } from "@/lib/identity/session-state";
import { NARROW } from "@/components/ui/narrow";

/** The account's button; on a narrow screen no wider than its icon. */
export const useAccountStyles = makeStyles({
  button: { flexShrink: 0, [NARROW]: { minWidth: "32px", maxWidth: "32px", padding: 0 } },

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
  const styles = useAccountStyles();
  return (
    <span className={styles.label}>
      <PersonName name={props.account.name} />
    </span>
  );
}
