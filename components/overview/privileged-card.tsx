"use client";

import { PRIVILEGED, usePrivilegedSet } from "@/components/directory/named-set";
import { readParts } from "@/components/directory/read-parts";
import { numberText } from "@/lib/domain/number-text";
import type { Overview, Progress } from "@/lib/inventory/inventory";
import { NumberCard } from "./number-card";
import type { Stat } from "./stats";

const LABEL = "Hold a directory role";
const HREF = "/guests?privileged=true";

interface PrivilegedCardProps {
  readonly overview: Overview;
  readonly progress: Progress;
}

/** How many guests hold a directory role, or that it is not known. */
export function PrivilegedCard({ overview, progress }: PrivilegedCardProps) {
  const { isError } = usePrivilegedSet(true);
  const count = overview.sets[PRIVILEGED];
  const { directory } = readParts(progress);
  return (
    <li>
      <NumberCard label={LABEL} href={HREF} {...wordsFor(count, isError, directory)} />
    </li>
  );
}

function wordsFor(
  count: number | undefined,
  isError: boolean,
  directoryRead: boolean,
): Pick<Stat, "value" | "detail"> {
  if (count === undefined) {
    return isError
      ? { value: "Unknown", detail: "roles not readable" }
      : { value: null, detail: "Not read yet" };
  }
  if (directoryRead) return { value: numberText(count), detail: "privileged" };
  return count === 0
    ? { value: null, detail: "Not read yet" }
    : { value: numberText(count), detail: "so far" };
}
