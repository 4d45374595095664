"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { INSTANCE_SORTS, type InstanceQuery } from "./instance-query";

const inUrl = {
  find: parseAsString.withDefault(""),
  by: parseAsStringLiteral(INSTANCE_SORTS).withDefault("starts"),
  way: parseAsStringLiteral(["asc", "desc"]).withDefault("desc"),
};

/** The question that the address asks of the instances of a review. */
export function useInstanceQuery() {
  const [url, change] = useQueryStates(inUrl, { history: "replace", clearOnDefault: true });
  const query: InstanceQuery = useMemo(
    () => ({ text: url.find, sort: { by: url.by, descending: url.way === "desc" } }),
    [url.find, url.by, url.way],
  );
  return { query, change };
}
