"use client";

import {
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import type { ReactElement } from "react";

/** What can be done, as a button or as an item of a menu. */
export interface CommandItem {
  readonly key: string;
  readonly label: string;
  readonly icon?: ReactElement;
  /** Why it is not available now; null where it is. */
  readonly whyNot: string | null;
  /** Not available without a reason, for example with nothing selected. */
  readonly disabled?: boolean;
  /** It ends or deletes something: it does not look like the others. */
  readonly danger?: boolean;
  readonly onClick: () => void;
}

const useStyles = makeStyles({
  why: { display: "block", whiteSpace: "normal", color: tokens.colorNeutralForeground2 },
  danger: {
    "&:not([aria-disabled=true])": {
      color: tokens.colorStatusDangerForeground3,
      ":hover": { color: tokens.colorStatusDangerForeground3 },
    },
  },
});

/** Commands in a menu; one that is not available says why below its name, since nobody hovers on a phone. */
export function CommandMenu({ commands }: { readonly commands: readonly CommandItem[] }) {
  const styles = useStyles();
  const getsFocusBack = useRestoreFocusTarget();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" {...getsFocusBack}>
          More actions
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {commands.map(
            ({ key, label, icon, whyNot, disabled = false, danger = false, onClick }) => (
              <MenuItem
                key={key}
                disabled={disabled || whyNot !== null}
                onClick={onClick}
                {...(danger && { className: styles.danger })}
                {...(icon && { icon })}
              >
                {label}
                {whyNot !== null && (
                  <Text size={200} className={styles.why}>
                    {whyNot}
                  </Text>
                )}
              </MenuItem>
            ),
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
