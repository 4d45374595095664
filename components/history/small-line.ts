import { tokens } from "@fluentui/react-components";

/** The style of a quiet line beneath what a cell says. */
export const SMALL_LINE = {
  display: "block",
  color: tokens.colorNeutralForeground2,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
} as const;
