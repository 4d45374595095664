"use client";

import { labelsOfOperation } from "@/lib/operations/registry";
import { LineList } from "@/components/ui/line-list";
import type { PlannedOperation } from "@/lib/domain/plan";

const SHOWN = 100;

/** What would be done, a line an operation. */
export function OperationLines({ of }: { readonly of: readonly PlannedOperation[] }) {
  return (
    <LineList
      label="What is planned"
      most={SHOWN}
      lines={of.map(({ operation, label }) => ({
        id: operation.id,
        name: label,
        word: labelsOfOperation(operation).name,
      }))}
    />
  );
}
