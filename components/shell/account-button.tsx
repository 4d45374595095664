"use client";

import { Button } from "@fluentui/react-components";
import { PersonCircleRegular } from "@fluentui/react-icons";
import dynamic from "next/dynamic";
import { useState } from "react";
import { plainText } from "@/components/ui/plain-text";
import type { SignedInSession } from "@/lib/identity/session-state";
import { AccountLabel, useAccountStyles } from "./account-label";

// Fluent's Menu weighs a third of the first page, so it is loaded at the first click.
const AccountMenu = dynamic(() => import("./account-menu").then((module) => module.AccountMenu), {
  ssr: false,
});

/** The signed-in account, with its menu. */
export function AccountButton(props: { readonly session: SignedInSession }) {
  const styles = useAccountStyles();
  const [isOpen, setIsOpen] = useState(false);
  const plain = (
    <Button
      className={styles.button}
      appearance="subtle"
      icon={<PersonCircleRegular />}
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={`Account: ${plainText(props.session.account.name)}`}
      onClick={() => {
        setIsOpen(true);
      }}
    >
      <AccountLabel account={props.session.account} />
    </Button>
  );
  return isOpen ? <AccountMenu session={props.session} /> : plain;
}
