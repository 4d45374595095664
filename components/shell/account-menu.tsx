"use client";

import {
  makeStyles,
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from "@fluentui/react-components";
import {
  PersonAddRegular,
  PersonCircleRegular,
  PersonRegular,
  SignOutRegular,
} from "@fluentui/react-icons";
import { useState } from "react";
import { PersonName } from "@/components/ui/person-name";
import { countUnsent } from "@/lib/services/send-outbox";
import { plainText } from "@/components/ui/plain-text";
import type { SignedInSession } from "@/lib/identity/session-state";
import { AccountLabel, useAccountStyles } from "./account-label";
import { strongestRole } from "@/components/directory/app-roles";
import { SignOutDialog } from "./sign-out-dialog";

const useStyles = makeStyles({
  who: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    overflowWrap: "anywhere",
    lineHeight: tokens.lineHeightBase300,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  username: { color: tokens.colorNeutralForeground2 },
});

/** The accounts of this tab: which one is in use, adding one, leaving. Opens at once: it is only loaded when asked for. */
export function AccountMenu(props: { readonly session: SignedInSession }) {
  const styles = useStyles();
  const accountStyles = useAccountStyles();
  const { account, accounts, addAccount, signOut, switchTo } = props.session;
  const [unsent, setUnsent] = useState(0);
  const leave = async () => {
    const count = await countUnsent(account);
    if (count === 0) signOut();
    else setUnsent(count);
  };
  const others = accounts.filter((other) => other.homeAccountId !== account.homeAccountId);
  return (
    <>
      {unsent > 0 && (
        <SignOutDialog
          unsent={unsent}
          onStay={() => {
            setUnsent(0);
          }}
          onSignOut={signOut}
        />
      )}
      <Menu defaultOpen positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            className={accountStyles.button}
            appearance="subtle"
            icon={<PersonCircleRegular />}
            menuIcon={null}
            aria-label={`Account: ${plainText(account.name)}`}
          >
            <AccountLabel account={account} />
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <div className={styles.who}>
            <div className={styles.name}>
              <PersonName name={account.name} />
            </div>
            <div className={styles.username}>
              <PersonName name={account.username} />
            </div>
            <div className={styles.username}>{strongestRole(account.appRoles)?.name}</div>
          </div>
          <MenuList>
            <MenuDivider />
            {others.length > 0 && (
              <MenuGroup>
                <MenuGroupHeader>Switch to</MenuGroupHeader>
                {others.map((other) => (
                  <MenuItem
                    key={other.homeAccountId}
                    icon={<PersonRegular />}
                    onClick={() => {
                      switchTo(other.homeAccountId);
                    }}
                  >
                    <PersonName name={other.name} />
                  </MenuItem>
                ))}
              </MenuGroup>
            )}
            <MenuItem icon={<PersonAddRegular />} onClick={addAccount}>
              Use another account
            </MenuItem>
            <MenuItem icon={<SignOutRegular />} onClick={() => void leave()}>
              {others.length > 0 ? "Sign out of this account" : "Sign out"}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
}
