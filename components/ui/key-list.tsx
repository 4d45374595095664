import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { Fragment } from "react";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: `${tokens.spacingVerticalS} 0`,
  },
  help: { margin: 0 },
  key: {
    display: "inline-block",
    minWidth: "1.6em",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    textAlign: "center",
  },
});

/** Keys with what each does, under a title. */
export function KeyList(props: {
  readonly title: string;
  readonly keys: readonly { readonly key: string; readonly help: string }[];
}) {
  const styles = useStyles();
  return (
    <>
      <Text weight="semibold">{props.title}</Text>
      <dl className={styles.list}>
        {props.keys.map(({ key, help }) => (
          <Fragment key={key}>
            <dt>
              <kbd className={styles.key}>{key}</kbd>
            </dt>
            <dd className={styles.help}>{help}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}
