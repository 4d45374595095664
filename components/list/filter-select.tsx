"use client";

import { numberText } from "@/lib/domain/number-text";
import { useNamedFilter } from "./named-filters";
import { Dropdown, makeStyles, Option, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  choice: {
    minWidth: "0",
    width: "190px",
    maxWidth: "100%",
    "@media (max-width: 480px)": { width: `calc(50% - ${tokens.spacingHorizontalXS})` },
  },
});

export interface FilterOption {
  readonly value: string;
  readonly word: string;
  /** How many there are, where that is known. */
  readonly count?: number;
}

interface FilterSelectProps {
  readonly label: string;
  /** What stands there when nothing is chosen. */
  readonly any: string;
  /** Null when nothing is chosen. */
  readonly value: string | null;
  readonly options: readonly FilterOption[];
  readonly onChange: (value: string | null) => void;
}

const ANY = "";

/** One of a few, or any. */
export function FilterSelect({ label, any, value, options, onChange }: FilterSelectProps) {
  const styles = useStyles();
  const chosen = options.find((option) => option.value === value);
  useNamedFilter(chosen?.word ?? value);
  return (
    <Dropdown
      className={styles.choice}
      aria-label={label}
      value={chosen?.word ?? value ?? any}
      selectedOptions={[value ?? ANY]}
      onOptionSelect={(_event, { optionValue }) => {
        onChange(optionValue === undefined || optionValue === ANY ? null : optionValue);
      }}
    >
      <Option value={ANY}>{any}</Option>
      {options.map((option) => (
        <Option key={option.value} value={option.value} text={option.word}>
          {option.count === undefined
            ? option.word
            : `${option.word} (${numberText(option.count)})`}
        </Option>
      ))}
    </Dropdown>
  );
}
