"use client";

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircleRegular,
  ErrorCircleRegular,
  InfoRegular,
  WarningRegular,
} from "@fluentui/react-icons";
import type { ReactNode } from "react";

export type NoticeIntent = "info" | "success" | "warning" | "error";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-start",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  success: {
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
    backgroundColor: tokens.colorStatusSuccessBackground1,
  },
  warning: {
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  error: {
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  icon: { display: "flex", fontSize: "20px" },
  successIcon: { color: tokens.colorStatusSuccessForeground3 },
  warningIcon: { color: tokens.colorStatusWarningForeground3 },
  errorIcon: { color: tokens.colorStatusDangerForeground3 },
  words: { flex: "1 1 16rem", minWidth: 0, overflowWrap: "anywhere" },
  title: { fontWeight: tokens.fontWeightSemibold },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    alignItems: "center",
  },
});

/** A sentence that stands out, with what can be done about it; said aloud when it appears, if it is not only information. */
export function Notice(props: {
  readonly intent: NoticeIntent;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const styles = useStyles();
  const { root, icon, Icon, role } = {
    info: { root: undefined, icon: undefined, Icon: InfoRegular, role: undefined },
    success: {
      root: styles.success,
      icon: styles.successIcon,
      Icon: CheckmarkCircleRegular,
      role: "status",
    },
    warning: {
      root: styles.warning,
      icon: styles.warningIcon,
      Icon: WarningRegular,
      role: "status",
    },
    error: { root: styles.error, icon: styles.errorIcon, Icon: ErrorCircleRegular, role: "alert" },
  }[props.intent];
  return (
    <div className={mergeClasses(styles.root, root)} role={role}>
      <span className={mergeClasses(styles.icon, icon)} aria-hidden="true">
        <Icon />
      </span>
      <div className={styles.words}>
        {props.title !== undefined && <div className={styles.title}>{props.title}</div>}
        {props.children}
      </div>
      {props.actions !== undefined && props.actions !== false && (
        <div className={styles.actions}>{props.actions}</div>
      )}
    </div>
  );
}
