"use client";

import { TextField } from "@/components/form/text-field";
import { numberText } from "@/lib/domain/number-text";
import type { OperationKind } from "@/lib/domain/operation";
import { confirmAboveOf } from "@/lib/domain/policy";
import { usePolicy } from "@/lib/queries/policy";
import { handlerOf } from "@/lib/operations/registry";

/** While the limit is not read it may be as low as it can be set. */
const LEAST_LIMIT = 1;

/** Whether a plan of so many operations is confirmed by typing their number: above the limit in Settings. */
export function useNeedsNumber(kinds: readonly OperationKind[], count: number): boolean {
  const policy = usePolicy().data?.policy;
  // A record changes nothing in the directory, and a reviewer's answers can be given anew.
  const isHarmless = kinds.every(
    (kind) => handlerOf(kind).sendsNothing === true || kind === "answer-item",
  );
  return !isHarmless && count > (policy === undefined ? LEAST_LIMIT : confirmAboveOf(policy));
}

/** Whether somebody typed this number, in whatever way they group its digits. */
export function isNumber(typed: string, count: number): boolean {
  return typed.replaceAll(/[\s.,'’]/g, "") === String(count);
}

/** Asks for the number of operations: nobody confirms thousands by a slip. */
export function ConfirmNumberField(props: {
  readonly count: number;
  readonly typed: string;
  readonly onChange: (typed: string) => void;
  /** Somebody tried to go on: a wrong number is said then. */
  readonly tried: boolean;
}) {
  const { count, typed, onChange, tried } = props;
  const number = numberText(count);
  return (
    <TextField
      label={`Type ${number} to confirm`}
      required
      error={
        tried && !isNumber(typed, count)
          ? `This plan changes ${number}: type that number.`
          : undefined
      }
      value={typed}
      onChange={onChange}
    />
  );
}
