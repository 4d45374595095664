"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import { PersonName } from "@/components/ui/person-name";
import { plainText } from "@/components/ui/plain-text";
import type { AccountName as Account } from "@/lib/domain/account-name";

const useStyles = makeStyles({
  detail: {
    display: "block",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
});

/** The name of an account in a text; its id while nobody knows the name. */
export function nameOfAccount(id: string, account: Account | undefined): string {
  return account?.kind === "found" ? plainText(account.displayName ?? id) : id;
}

/** An account by its name, user name and object id; where it has no name, why not. */
export function AccountName(props: {
  readonly id: string;
  /** Undefined while it is read, and where the reading failed. */
  readonly account: Account | undefined;
}) {
  const styles = useStyles();
  const { id, account } = props;
  return (
    <span>
      {account?.kind === "found" && <PersonName name={account.displayName} fallback="(no name)" />}
      {account?.kind === "not-found" && "Not in the directory"}
      {account?.kind === "unread" && "Name not read"}
      <span className={styles.detail}>
        {account?.kind === "found" && account.userPrincipalName !== null && (
          <>{plainText(account.userPrincipalName)} · </>
        )}
        <code>{id}</code>
      </span>
    </span>
  );
}
