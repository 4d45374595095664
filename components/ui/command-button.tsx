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
  /** Why it cannot be done now; null where it can. */
  readonly whyNot: string | null;
  /** Where there is nothing to do it to. */
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

/** A command that says why it cannot be given, before the click; keyboards reach it all the same. */
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
