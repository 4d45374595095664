"use client";

import {
  Button,
  type ButtonProps,
  Tooltip,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import type { ReactElement } from "react";

interface CommandButtonProps {
  readonly icon?: ReactElement;
  readonly appearance?: ButtonProps["appearance"];
  /** "small" beside others in a bar, as when absent. */
  readonly size?: "small" | "medium";
  /** Why it is not available now; null where it is. */
  readonly whyNot: string | null;
  /** Disabled without a reason, for example with nothing selected. */
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

/** A button that shows why it is not available before the click. It stays reachable by keyboard. */
export function CommandButton(props: CommandButtonProps) {
  const { whyNot, icon, appearance, size = "small", disabled = false, onClick, children } = props;
  const getsFocusBack = useRestoreFocusTarget();
  const button = (
    <Button
      size={size}
      disabledFocusable={disabled || whyNot !== null}
      onClick={onClick}
      {...(icon && { icon })}
      {...(appearance && { appearance })}
      {...getsFocusBack}
    >
      {children}
    </Button>
  );
  return whyNot === null ? (
    button
  ) : (
    <Tooltip content={whyNot} relationship="description">
      {button}
    </Tooltip>
  );
}
