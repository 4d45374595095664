"use client";

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { StageFields } from "./stage-fields";
import type { StepForm } from "./step-form";

const STAGES_MAX = 3;

const useStyles = makeStyles({ add: { marginRight: tokens.spacingHorizontalM } });

/** Second step: who decides, in up to three stages. */
export function ReviewersStep(props: StepForm) {
  const styles = useStyles();
  const { stages } = props.draft;
  const [isRefused, setRefused] = useState(false);
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
            if (stages.length < STAGES_MAX) props.edit({ kind: "add-stage" });
            setRefused(stages.length >= STAGES_MAX);
          }}
        >
          Add a stage
        </Button>
      </div>
      {isRefused && stages.length >= STAGES_MAX && (
        <Notice intent="error">
          A review has at most {STAGES_MAX} stages: Microsoft Graph refuses a fourth.
        </Notice>
      )}
    </>
  );
}
