"use client";

import { plainText } from "./plain-text";

/** A name that others chose: isolated from the text around it, and with nothing hidden in it. */
export function PersonName(props: {
  readonly name: string | null;
  /** What stands there when the name is unknown or empty. */
  readonly fallback?: string;
}) {
  const name = plainText(props.name ?? "");
  return <bdi>{name === "" ? (props.fallback ?? "(no name)") : name}</bdi>;
}
