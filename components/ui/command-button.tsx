"use client";

import {
  Button,
  type ButtonProps,
  makeStyles,
  tokens,
  Tooltip,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import type { ReactElement } from "react";
import { sayToast } from "./toast";

const useStyles = makeStyles({
  danger: {
    "&:not([aria-disabled=true])": {
      color: tokens.colorStatusDangerForeground3,
      ":hover": { color: tokens.colorStatusDangerForeground3 },
      ":hover:active": { color: tokens.colorStatusDangerForeground3 },
    },
  },
});

interface CommandButtonProps {
  readonly icon?: ReactElement;
  readonly appearance?: ButtonProps["appearance"];
  /** "small" beside others in a bar, as when absent. */
  readonly size?: "small" | "medium";
  /** Why it is not available now; null where it is. */
  readonly whyNot: string | null;
  /** Under a form: a tooltip would cover the field above it, so the browser's own is shown. */
  readonly belowForm?: boolean;
  /** Disabled without a reason, for example with nothing selected. */
  readonly disabled?: boolean;
  /** It ends or deletes something: it does not look like the others. */
  readonly danger?: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

/**
 * A button that shows why it is not available before the click. It stays reachable by keyboard. Pressed, it says so again:
 * a finger shows no tooltip.
 */
export function CommandButton(props: CommandButtonProps) {
  const { whyNot, icon, appearance, size = "small", disabled = false, onClick, children } = props;
  const { belowForm = false } = props;
  const styles = useStyles();
  const getsFocusBack = useRestoreFocusTarget();
  const button = (
    <Button
      size={size}
      disabledFocusable={disabled || whyNot !== null}
      onClick={onClick}
      {...(belowForm && whyNot !== null && { title: whyNot })}
      {...(whyNot !== null && {
        // Fluent leaves `onClick` out of a disabled button.
        onClickCapture: () => {
          sayToast({ intent: "info", title: `“${children}” is not available`, body: whyNot });
        },
      })}
      {...(icon && { icon })}
      {...(appearance && { appearance })}
      {...(props.danger && { className: styles.danger })}
      {...getsFocusBack}
    >
      {children}
    </Button>
  );
  return whyNot === null || belowForm ? (
    button
  ) : (
    <Tooltip content={whyNot} relationship="description">
      {button}
    </Tooltip>
  );
}
