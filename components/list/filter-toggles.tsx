"use client";

import { makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { numberText } from "@/lib/domain/number-text";
import type { FilterOption } from "./filter-select";
import { useNamedFilter } from "./named-filters";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    minWidth: 0,
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
});

interface FilterTogglesProps {
  readonly label: string;
  readonly options: readonly FilterOption[];
  /** Those that are pressed. */
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  /** More buttons beside them. */
  readonly children?: ReactNode;
}

/** One button for each value of a filter: pressed ones narrow the list. */
export function FilterToggles({ label, options, values, onChange, children }: FilterTogglesProps) {
  const styles = useStyles();
  return (
    <div role="group" aria-label={label} className={styles.row}>
      {options.map((option) => {
        const { value } = option;
        const isOn = values.includes(value);
        return (
          <FilterToggle
            key={value}
            {...option}
            isOn={isOn}
            onToggle={() => {
              onChange(isOn ? values.filter((each) => each !== value) : [...values, value]);
            }}
          />
        );
      })}
      {children}
    </div>
  );
}

interface FilterToggleProps extends Pick<FilterOption, "word" | "count"> {
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

/** A filter that is on or off. */
export function FilterToggle({ word, count, isOn, onToggle }: FilterToggleProps) {
  useNamedFilter(isOn ? word : null);
  return (
    <ToggleButton
      size="small"
      shape="circular"
      appearance={isOn ? "primary" : "outline"}
      checked={isOn}
      onClick={onToggle}
    >
      {count === undefined ? word : `${word} (${numberText(count)})`}
    </ToggleButton>
  );
}
