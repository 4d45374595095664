"use client";

import { useState } from "react";
import { useNow } from "./now";
import { relativeTime } from "./relative-time";

// With the zone: what an auditor reads here is compared with other systems' logs.
const full = new Intl.DateTimeFormat(undefined, {
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
  second: "2-digit",
  timeZoneName: "short",
});
const short = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

/** An instant for people; the whole of it, with seconds and the time zone, is its title. Only for what the browser draws. */
export function Moment(props: { readonly at: number; readonly as?: "relative" | "date" | "full" }) {
  const [now] = useState(useNow());
  const { at, as = "relative" } = props;
  const text =
    as === "relative" ? relativeTime(at, now) : as === "date" ? short.format(at) : full.format(at);
  return (
    <time dateTime={new Date(at).toISOString()} title={full.format(at)}>
      {text}
    </time>
  );
}
