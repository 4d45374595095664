"use client";

import {
  makeStyles,
  Tag,
  TagPicker,
  TagPickerControl,
  TagPickerGroup,
  TagPickerInput,
  TagPickerList,
  TagPickerOption,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { PersonName } from "@/components/ui/person-name";
import { plainText } from "@/components/ui/plain-text";
import { WizardField, type WizardFieldProps } from "./wizard-field";

/** Most options that are offered at once; typing narrows them. */
const OFFERED = 50;

const useStyles = makeStyles({
  // A list as high as the window finds no room below its field, and opens over what stands beside it.
  list: { maxHeight: "280px" },
  option: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  detail: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface Thing {
  readonly id: string;
  readonly name: string | null;
  readonly detail?: string;
}

interface ThingPickerProps extends WizardFieldProps {
  readonly chosen: readonly string[];
  /** What is offered for the words typed so far. */
  readonly offered: readonly Thing[];
  /** By id, for those that are chosen and those that are offered. */
  readonly nameOf: (id: string) => string | null;
  readonly onSearch: (text: string) => void;
  readonly onChange: (ids: readonly string[]) => void;
  /** What stands in the list when nothing is offered. */
  readonly nothing: string;
  /** True where only one may be chosen: the next takes its place. */
  readonly onlyOne?: boolean;
}

/** Chooses groups, people or applications by name: search, arrows, Enter; Backspace takes the last one away. */
export function ThingPicker(props: ThingPickerProps) {
  const { chosen, offered, nameOf, onSearch, onChange, nothing, onlyOne = false, ...field } = props;
  const styles = useStyles();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const search = (next: string) => {
    setText(next);
    onSearch(next);
  };
  const left = offered.filter(({ id }) => !chosen.includes(id));
  return (
    <WizardField {...field}>
      <TagPicker
        open={open}
        onOpenChange={(_event, change) => {
          setOpen(change.open);
        }}
        selectedOptions={[...chosen]}
        onOptionSelect={(_event, { value, selectedOptions }) => {
          if (value === "") return;
          onChange(onlyOne ? selectedOptions.slice(-1) : selectedOptions);
          search("");
        }}
      >
        <TagPickerControl>
          {chosen.length > 0 && (
            <TagPickerGroup aria-label={`${field.label}: chosen`}>
              {chosen.map((id) => (
                <Tag key={id} value={id} shape="rounded">
                  <PersonName name={nameOf(id)} fallback={id} />
                </Tag>
              ))}
            </TagPickerGroup>
          )}
          <TagPickerInput
            value={text}
            onChange={(event) => {
              search(event.currentTarget.value);
              // Pasting a name presses no key that would open the list.
              setOpen(true);
            }}
          />
        </TagPickerControl>
        <TagPickerList className={styles.list}>
          {left.length === 0 ? (
            <TagPickerOption value="" text={nothing}>
              {nothing}
            </TagPickerOption>
          ) : (
            left.slice(0, OFFERED).map(({ id, name, detail }) => (
              <TagPickerOption key={id} value={id} text={plainText(name ?? id)}>
                <span className={styles.option}>
                  <PersonName name={name} fallback={id} />
                  {detail !== undefined && (
                    <span className={styles.detail}>{plainText(detail)}</span>
                  )}
                </span>
              </TagPickerOption>
            ))
          )}
        </TagPickerList>
      </TagPicker>
    </WizardField>
  );
}
