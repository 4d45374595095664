"use client";

import { Button } from "@fluentui/react-components";
import { PersonCircleRegular } from "@fluentui/react-icons";
import dynamic from "next/dynamic";
import { useState } from "react";
import { plainText } from "@/components/ui/plain-text";
import type { SignedInSession } from "@/lib/identity/session-state";
import { AccountLabel, useAccountStyles } from "./account-label";

// Fluent's Menu weighs as much as a third of the first page: it comes when it is first asked for.
const AccountMenu = dynamic(() => import("./account-menu").then((module) => module.AccountMenu), {
  ssr: false,
});

/** Who is signed in, and the menu of what they can do about it. */
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
