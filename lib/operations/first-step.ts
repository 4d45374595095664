import type { Operation } from "@/lib/domain/operation";
import type { BoundStep } from "./operation-handler";

/** The first step of an operation; what earlier versions recorded without its request is one of the kind's name. */
export function firstStepOf({ id, kind, steps }: Operation): BoundStep {
  return steps[0] ?? { id, name: kind, request: null };
}
