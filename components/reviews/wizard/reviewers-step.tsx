"use client";

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { StageFields } from "./stage-fields";
import type { StepForm } from "./step-form";

const MOST_STAGES = 3;

const useStyles = makeStyles({ add: { marginRight: tokens.spacingHorizontalM } });

/** Second step: who decides, in up to three stages. */
export function ReviewersStep(props: StepForm) {
  const styles = useStyles();
  const { stages } = props.draft;
  const [refused, setRefused] = useState(false);
  return (
    <>
      {stages.map((_stage, at) => (
        // A stage is its place in the order; nothing else tells one from another.
        <StageFields key={at} {...props} at={at} />
      ))}
      <div>
        <Button
          className={styles.add}
          icon={<AddRegular />}
          onClick={() => {
            if (stages.length < MOST_STAGES) props.change({ kind: "stage-added" });
            setRefused(stages.length >= MOST_STAGES);
          }}
        >
          Add a stage
        </Button>
      </div>
      {refused && stages.length >= MOST_STAGES && (
        <Notice intent="error">
          A review has at most {MOST_STAGES} stages: Microsoft Graph refuses a fourth.
        </Notice>
      )}
    </>
  );
}
