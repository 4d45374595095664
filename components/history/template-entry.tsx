"use client";

import { FactList } from "@/components/ui/fact-list";
import { JsonText } from "@/components/ui/json-text";
import { Section } from "@/components/ui/section";
import type { HistoryRow } from "@/lib/contract/history";
import { whoFacts } from "./who-facts";

/** A template for reviews that was saved or taken away. */
export function TemplateEntry(props: {
  readonly row: Extract<HistoryRow, { kind: "template-saved" }>;
}) {
  const { row } = props;
  return (
    <>
      <FactList
        title="Change"
        facts={[
          ...whoFacts(row),
          { name: "What", fact: row.draft === null ? "Taken away" : "Saved" },
          { name: "Template", fact: <code>{row.templateId}</code> },
        ]}
      />
      {row.draft !== null && (
        <Section title="The template">
          <JsonText label="The template" json={row.draft} />
        </Section>
      )}
    </>
  );
}
