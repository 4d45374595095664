"use client";

import {
  Button,
  CompoundButton,
  compoundButtonClassNames,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { useId } from "react";
import { Notice } from "@/components/ui/notice";
import { plainText } from "@/components/ui/plain-text";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    maxWidth: "60rem",
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 22rem), 1fr))",
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  item: { display: "flex", alignItems: "stretch", gap: tokens.spacingHorizontalXS },
  template: {
    flex: "1 1 auto",
    minWidth: 0,
    justifyContent: "flex-start",
    textAlign: "left",
    overflowWrap: "anywhere",
    // Fluent sets the second line as tight as its letters are high, for one line; these are sentences.
    lineHeight: tokens.lineHeightBase300,
    [`& .${compoundButtonClassNames.secondaryContent}`]: {
      lineHeight: tokens.lineHeightBase200,
    },
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** A template among which a person chooses. */
export interface TemplateOption {
  readonly id: string;
  readonly name: string;
  readonly says: string;
}

interface TemplateListProps {
  readonly title: string;
  readonly templates: readonly TemplateOption[];
  readonly onChoose: (id: string) => void;
  /** Absent where templates cannot be deleted. */
  readonly onDelete?: (template: TemplateOption) => void;
}

/** Templates of one origin, each a button with what it does. */
export function TemplateList({ title, templates, onChoose, onDelete }: TemplateListProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.box} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      <ul className={styles.list}>
        {templates.map((template) => (
          <li key={template.id} className={styles.item}>
            <CompoundButton
              className={styles.template}
              secondaryContent={template.says}
              onClick={() => {
                onChoose(template.id);
              }}
            >
              {plainText(template.name)}
            </CompoundButton>
            {onDelete !== undefined && (
              <Button
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={`Delete the template ${plainText(template.name)}`}
                onClick={() => {
                  onDelete(template);
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A draft that this tab holds, to be continued or discarded. */
export function UnfinishedDraft(props: {
  /** For example "You have an unfinished review". */
  readonly title: string;
  readonly name: string;
  readonly onContinue: () => void;
  readonly onDiscard: () => void;
}) {
  const name = plainText(props.name);
  return (
    <Notice
      intent="info"
      title={props.title}
      actions={
        <>
          <Button size="small" appearance="primary" onClick={props.onContinue}>
            Continue
          </Button>
          <Button size="small" onClick={props.onDiscard}>
            Discard
          </Button>
        </>
      }
    >
      {name === "" ? "It has no name yet." : name}
    </Notice>
  );
}
