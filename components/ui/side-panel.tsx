"use client";

import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { KeyboardEventHandler, ReactNode } from "react";

const useStyles = makeStyles({
  panel: { maxWidth: "100vw" },
  title: { minWidth: 0, overflowWrap: "anywhere" },
  actions: { display: "flex", flexShrink: 0 },
});

interface SidePanelProps {
  readonly open: boolean;
  readonly title: ReactNode;
  /** What screen readers call it where the title is a name. */
  readonly label?: string;
  /** False leaves the page behind it usable. */
  readonly modal?: boolean;
  /** Buttons beside the one that closes it. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly onKeyDown?: KeyboardEventHandler | undefined;
  readonly children: ReactNode;
}

/** The details of one thing, beside the list that it is from. */
export function SidePanel(props: SidePanelProps) {
  const styles = useStyles();
  const { modal = true, onClose } = props;
  return (
    <OverlayDrawer
      open={props.open}
      modalType={modal ? "modal" : "non-modal"}
      position="end"
      size="medium"
      className={styles.panel}
      {...(props.onKeyDown && { onKeyDown: props.onKeyDown })}
      {...(props.label !== undefined && { "aria-label": props.label })}
      onOpenChange={(_event, { open }) => {
        if (!open) onClose();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ className: styles.title }}
          action={
            <div className={styles.actions}>
              {props.actions}
              <Button
                appearance="subtle"
                aria-label="Close"
                icon={<DismissRegular />}
                onClick={onClose}
              />
            </div>
          }
        >
          {props.title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>{props.children}</DrawerBody>
    </OverlayDrawer>
  );
}
