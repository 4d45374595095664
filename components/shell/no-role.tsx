"use client";

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { PersonName } from "@/components/ui/person-name";
import type { SignedInSession } from "@/lib/identity/session-state";
import { APP_ROLES } from "@/components/directory/app-roles";
import { Bare } from "./bare";

const useStyles = makeStyles({
  words: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** For people without an app role: whom to ask, and for what. */
export function NoRole(props: { readonly session: SignedInSession }) {
  const styles = useStyles();
  const { account, addAccount, signOut } = props.session;
  return (
    <Bare title="You have no role in Guestlist yet">
      <p className={styles.words}>
        You are signed in as <PersonName name={account.name} /> (
        <PersonName name={account.username} />
        ), and no role of this app is assigned to you.
      </p>
      <p className={styles.words}>
        Ask a Cloud Application Administrator of your tenant to open Entra admin center › Enterprise
        applications › Guestlist › Users and groups, and to assign you one of these:
      </p>
      <ul className={styles.list}>
        {APP_ROLES.map((role) => (
          <li key={role.value}>
            <strong>{role.name}</strong> (<code>{role.value}</code>): {role.may}
          </li>
        ))}
      </ul>
      <p className={styles.words}>Then sign out and sign in again to get the new role.</p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={addAccount}>
          Use another account
        </Button>
        <Button onClick={signOut}>Sign out</Button>
      </div>
    </Bare>
  );
}
