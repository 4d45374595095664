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
  // On paper the rows that are drawn follow each other: there is no room for those that are not.
  body: { position: "relative", "@media print": { height: "auto !important" } },
  row: { display: "grid", height: `${HEADER_HEIGHT}px`, alignItems: "stretch" },
  bodyRow: {
    position: "absolute",
    top: 0,
    left: 0,
    right: 0,
    height: `${ROW_HEIGHT}px`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    "@media print": {
      position: "relative",
      transform: "none !important",
      height: "auto",
      minHeight: `${ROW_HEIGHT}px`,
      breakInside: "avoid",
    },
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
  // The whole cell is the box's: a finger needs no aim.
  selectCell: { paddingLeft: 0, paddingRight: 0 },
  select: { width: "100%", height: "100%", alignItems: "center", justifyContent: "center" },
  selectInput: { width: "100%" },
  selectMark: { alignSelf: "center" },
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
    // Nobody can point at a cut text on paper to read the rest.
    "@media print": { whiteSpace: "normal", overflowWrap: "anywhere" },
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
