"use client";

import { makeStyles, SearchBox } from "@fluentui/react-components";
import { useDeferredValue, useEffect, useRef, useState } from "react";

const useStyles = makeStyles({ search: { width: "264px", maxWidth: "100%" } });

interface SearchTextProps {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  /** Called when React has time after the typing; null when the field is empty. */
  readonly onSearch: (text: string | null) => void;
}

/** A search that follows the typing at once; what is below it and the address follow when they can. */
export function SearchText({ label, placeholder, text: textInAddress, onSearch }: SearchTextProps) {
  const styles = useStyles();
  const [text, setText] = useState(textInAddress);
  const deferred = useDeferredValue(text);
  const sent = useRef(textInAddress);
  useEffect(() => {
    if (deferred === sent.current) return;
    sent.current = deferred;
    onSearch(deferred === "" ? null : deferred);
  }, [deferred, onSearch]);
  useEffect(() => {
    if (textInAddress === sent.current) return;
    sent.current = textInAddress;
    setText(textInAddress);
  }, [textInAddress]);
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
