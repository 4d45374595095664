"use client";

import { Combobox, makeStyles, Option, OptionGroup, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { PersonName } from "@/components/ui/person-name";
import { plainText } from "@/components/ui/plain-text";
import { textMatcher } from "@/lib/domain/match-text";
import { numberText } from "@/lib/domain/number-text";
import type { FilterOption } from "./filter-select";
import { useNamedFilter } from "./named-filters";

/** Options that are drawn at once; typing finds the others. */
const MOST_OPTIONS = 50;

const useStyles = makeStyles({
  picker: {
    minWidth: "0",
    width: "190px",
    maxWidth: "100%",
    "& input": { minWidth: 0, textOverflow: "ellipsis" },
    "@media (max-width: 480px)": { width: `calc(50% - ${tokens.spacingHorizontalXS})` },
  },
  // As wide as a domain needs, whatever the width of the field.
  list: { minWidth: "min(340px, 92vw)", maxHeight: "min(60vh, 420px)" },
});

interface FacetPickerProps {
  readonly label: string;
  /** What stands there when nothing is chosen; with one choice only, the option that gives it up. */
  readonly any: string;
  readonly options: readonly FilterOption[];
  readonly selected: readonly string[];
  /** The word of a value that is not among the options. */
  readonly wordOf?: (value: string) => string;
  /** True where several can be chosen. */
  readonly multiple?: boolean;
  /** What is said where there are no options. */
  readonly empty?: string;
  /** What is to be known of all options. */
  readonly hint?: string;
  readonly onOpen?: () => void;
  readonly onChange: (selected: readonly string[]) => void;
}

/** A filter of many values: found by typing, shown as the field's value once chosen. */
export function FacetPicker(props: FacetPickerProps) {
  const { label, any, options, selected, wordOf = sameWord, multiple = false, onChange } = props;
  const styles = useStyles();
  // Null while nobody types: then the field shows what is chosen.
  const [typing, setTyping] = useState<string | null>(null);
  const matches = textMatcher(typing ?? "");
  const found = options.filter(({ word }) => matches(word));
  const shown = found.slice(0, MOST_OPTIONS);
  const words = new Map(options.map(({ value, word }) => [value, word]));
  const chosenText = selected.map((value) => plainText(words.get(value) ?? wordOf(value)));
  const text = chosenText.join(", ");
  useNamedFilter(text === "" ? null : text);
  const heading = [
    found.length > shown.length
      ? `${shown.length} of ${numberText(found.length)} shown. Type to find more.`
      : null,
    props.hint ?? null,
  ].filter((part) => part !== null);
  const list = shown.map((option) => <Choice key={option.value} option={option} />);
  return (
    <Combobox
      className={styles.picker}
      listbox={{ className: styles.list }}
      aria-label={label}
      placeholder={text === "" ? any : text}
      title={text === "" ? any : text}
      multiselect={multiple}
      value={typing ?? text}
      selectedOptions={multiple || selected.length > 0 ? [...selected] : [NONE]}
      onFocus={() => {
        setTyping("");
      }}
      onBlur={() => {
        setTyping(null);
      }}
      onOpenChange={(_event, { open }) => {
        if (open) props.onOpen?.();
      }}
      onInput={(event) => {
        setTyping(event.currentTarget.value);
      }}
      onOptionSelect={(_event, { optionValue, selectedOptions }) => {
        setTyping("");
        if (multiple) onChange(selectedOptions);
        else onChange(optionValue === undefined || optionValue === NONE ? [] : [optionValue]);
      }}
    >
      {!multiple && (
        <Option value={NONE} text={any}>
          {any}
        </Option>
      )}
      {heading.length > 0 ? <OptionGroup label={heading.join(" ")}>{list}</OptionGroup> : list}
      {found.length === 0 && (
        <Option disabled value="-" text="">
          {options.length === 0 ? (props.empty ?? "Nothing to choose") : "Nothing matches"}
        </Option>
      )}
    </Combobox>
  );
}

function Choice({ option: { value, word, count } }: { readonly option: FilterOption }) {
  return (
    <Option value={value} text={plainText(word)}>
      <PersonName name={word} />
      {count === undefined ? "" : ` (${numberText(count)})`}
    </Option>
  );
}

/** No value of a filter: an empty one stands for what is unknown. */
const NONE = "\u0000";

const sameWord = (value: string) => value;
