import { makeStyles, tokens } from "@fluentui/react-components";

/** Heights in CSS pixels: the virtual grid counts with them. */
export const ROW_HEIGHT = 40;
export const HEADER_HEIGHT = 36;

export const useGridStyles = makeStyles({
  scroller: {
    flexGrow: 1,
    minHeight: "360px",
    overflow: "auto",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  grid: { minWidth: "fit-content", outlineStyle: "none" },
  header: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  body: { position: "relative" },
  row: { display: "grid", height: `${HEADER_HEIGHT}px`, alignItems: "stretch" },
  bodyRow: {
    position: "absolute",
    top: 0,
    left: 0,
    right: 0,
    height: `${ROW_HEIGHT}px`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  openable: {
    cursor: "pointer",
    "&:hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  selected: { backgroundColor: tokens.colorNeutralBackground1Selected },
  cell: {
    display: "flex",
    alignItems: "center",
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
    "&:focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  headerCell: { fontWeight: tokens.fontWeightSemibold, gap: tokens.spacingHorizontalXS },
  sortable: {
    cursor: "pointer",
    "&:hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  text: {
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    minWidth: 0,
    // Two lines fit into a row, and a narrow screen has no room beside the first.
    "@media (max-width: 480px)": {
      display: "-webkit-box",
      WebkitBoxOrient: "vertical",
      WebkitLineClamp: 2,
      whiteSpace: "normal",
      overflowWrap: "anywhere",
      lineHeight: "18px",
    },
  },
  waiting: {
    height: "10px",
    width: "60%",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
  },
});
