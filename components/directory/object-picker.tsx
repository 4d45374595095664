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
import { FormField, type FormFieldProps } from "@/components/form/form-field";
import { PersonName } from "@/components/ui/person-name";
import { plainText } from "@/components/ui/plain-text";

/** Most options that are offered at once; typing narrows them. */
const OPTIONS_MAX = 50;

const useStyles = makeStyles({
  // A list as high as the window finds no room below its field, and opens over what stands beside it.
  list: { maxHeight: "280px" },
  option: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  detail: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** An object of the directory that can be chosen. */
export interface PickerOption {
  readonly id: string;
  readonly name: string | null;
  readonly detail?: string;
}

interface ObjectPickerProps extends FormFieldProps {
  readonly selectedIds: readonly string[];
  /** What is offered for the text typed so far. */
  readonly options: readonly PickerOption[];
  /** The name of a selected object; null while it is unknown. */
  readonly nameOf: (id: string) => string | null;
  readonly onSearch: (text: string) => void;
  readonly onChange: (ids: readonly string[]) => void;
  /** Shown in the list when there are no options. */
  readonly empty: string;
  /** True where only one can be chosen: the next one replaces it. */
  readonly single?: boolean;
}

/** Chooses objects of the directory by name: search, arrow keys, Enter; Backspace removes the last one. */
export function ObjectPicker(props: ObjectPickerProps) {
  const {
    selectedIds,
    options,
    nameOf,
    onSearch,
    onChange,
    empty,
    single = false,
    ...field
  } = props;
  const styles = useStyles();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const search = (next: string) => {
    setText(next);
    onSearch(next);
  };
  const unselected = options.filter(({ id }) => !selectedIds.includes(id));
  return (
    <FormField {...field}>
      <TagPicker
        open={open}
        onOpenChange={(_event, change) => {
          setOpen(change.open);
        }}
        selectedOptions={[...selectedIds]}
        onOptionSelect={(_event, { value, selectedOptions }) => {
          if (value === "") return;
          onChange(single ? selectedOptions.slice(-1) : selectedOptions);
          search("");
        }}
      >
        <TagPickerControl>
          {selectedIds.length > 0 && (
            <TagPickerGroup aria-label={`${field.label}: chosen`}>
              {selectedIds.map((id) => (
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
          {unselected.length === 0 ? (
            <TagPickerOption value="" text={empty}>
              {empty}
            </TagPickerOption>
          ) : (
            unselected.slice(0, OPTIONS_MAX).map(({ id, name, detail }) => (
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
    </FormField>
  );
}
