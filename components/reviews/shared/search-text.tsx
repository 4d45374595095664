"use client";

import { makeStyles, SearchBox } from "@fluentui/react-components";
import { useDeferredValue, useEffect, useRef, useState } from "react";

const useStyles = makeStyles({ search: { width: "280px", maxWidth: "100%" } });

interface SearchTextProps {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  /** Told when the typing rests; null when there is nothing to look for. */
  readonly onSettle: (text: string | null) => void;
}

/** A search that follows the typing at once; what is below it and the address follow when they can. */
export function SearchText({ label, placeholder, text: given, onSettle }: SearchTextProps) {
  const styles = useStyles();
  const [text, setText] = useState(given);
  const settled = useDeferredValue(text);
  const sent = useRef(given);
  useEffect(() => {
    if (settled === sent.current) return;
    sent.current = settled;
    onSettle(settled === "" ? null : settled);
  }, [settled, onSettle]);
  useEffect(() => {
    if (given === sent.current) return;
    sent.current = given;
    setText(given);
  }, [given]);
  return (
    <SearchBox
      className={styles.search}
      aria-label={label}
      placeholder={placeholder}
      value={text}
      onChange={(_event, data) => {
        setText(data.value);
      }}
    />
  );
}
