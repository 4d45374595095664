"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { recordResultsOfMany, type RecordingOfMany } from "./record-results-of-many";
import { useRunnerServices } from "@/lib/services/use-runner-services";
import { useServices } from "@/lib/services/services";
import { keys } from "@/lib/queries/keys";
import { readRecordedItemsOf } from "@/lib/queries/recorded-results";
import { gatherResults } from "./gather-results";
import type { EndedInstance } from "@/lib/domain/reviews/unrecorded-instances";

/** Copies the results of many instances into the history; leaving the page stops it. */
export function useRecordAll() {
  const runnerServices = useRunnerServices();
  const services = useServices();
  const client = useQueryClient();
  const [far, setFar] = useState<RecordingOfMany<EndedInstance> | null>(null);
  const stopping = useRef<AbortController | null>(null);
  useEffect(
    () => () => {
      stopping.current?.abort();
    },
    [],
  );
  const run = async (instances: readonly EndedInstance[]) => {
    const stop = new AbortController();
    stopping.current = stop;
    const ended = await recordResultsOfMany(
      instances,
      {
        ...runnerServices,
        gather: (each, signal) => gatherResults(each, { services, client, signal }),
        recordedItems: ({ instance }, signal) => readRecordedItemsOf(services, instance, signal),
      },
      stop.signal,
      setFar,
    );
    // What is missing is known again before it is said how it ended.
    await client.invalidateQueries({ queryKey: keys.histories(services.me) });
    setFar(ended);
  };
  return {
    far,
    run: (instances: readonly EndedInstance[]) => {
      run(instances).catch(reportError);
    },
    stop: () => {
      stopping.current?.abort();
    },
    forget: () => {
      setFar(null);
    },
  };
}
