"use client";

import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  text: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: tokens.spacingHorizontalS,
    maxHeight: "420px",
    overflow: "auto",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** JSON as it is sent and kept, laid out for reading. */
export function JsonText(props: { readonly label: string; readonly json: unknown }) {
  const styles = useStyles();
  return (
    <pre className={styles.text} role="region" aria-label={props.label} tabIndex={0}>
      {JSON.stringify(props.json, null, 2)}
    </pre>
  );
}
