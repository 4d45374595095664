"use client";

import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { JsonText } from "@/components/ui/json-text";
import { plainText } from "@/components/ui/plain-text";
import type { Plan } from "@/lib/domain/plan";
import { Collapsible } from "./collapsible";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
  },
  path: { overflowWrap: "anywhere", fontSize: tokens.fontSizeBase200 },
});

interface RequestPreviewProps {
  readonly plan: Plan;
  /** Shown while the plan has no operations. */
  readonly empty: string;
}

/** The requests of a plan exactly as they will be sent, one at a time. */
export function RequestPreview(props: RequestPreviewProps) {
  return (
    <Collapsible id="request" title="The exact request">
      <Requests {...props} />
    </Collapsible>
  );
}

function Requests({ plan, empty }: RequestPreviewProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState(0);
  const at = chosen < plan.operations.length ? chosen : 0;
  const request = plan.operations[at]?.operation.steps[0]?.request;
  if (request === undefined) return <>{empty}</>;
  const { method, path, body } = request;
  return (
    <div className={styles.box}>
      {plan.operations.length > 1 && (
        <Field label={`One of ${plan.operations.length} requests`}>
          <Select
            value={String(at)}
            onChange={(_event, { value }) => {
              setChosen(Number(value));
            }}
          >
            {plan.operations.map(({ operation, label }, index) => (
              <option key={operation.id} value={index}>
                {plainText(label)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div className={styles.head}>
        <code className={styles.path}>
          {method} {path}
        </code>
        <CopyButton text={() => JSON.stringify(body, null, 2)} />
      </div>
      <JsonText label="Request body" json={body} />
    </div>
  );
}
