import type { BatchAnswer } from "./graph";
import { GraphError } from "./graph-error";
import { kindOfRefusal } from "./refusal";
import "./jitless";
import { z } from "zod";

const refusedOnWire = z.object({ error: z.object({ code: z.string().nullish() }) });

/** The answer of one batch item; throws what a single request would have thrown. */
export function bodyOfItem<T>(
  answer: BatchAnswer | undefined,
  schema: z.ZodType<T>,
  what: string,
): T {
  if (answer === undefined) throw new GraphError("unavailable", `${what}: no answer in the batch`);
  if (answer.status !== 200) throw refusalOfItem(answer, what);
  const parsed = schema.safeParse(answer.body);
  if (parsed.success) return parsed.data;
  const { error: cause } = parsed;
  throw new GraphError("malformed", `${what}: an answer of another shape`, {}, { cause });
}

/** Why an item of a batch was refused. */
export function refusalOfItem({ status, body }: BatchAnswer, what: string): GraphError {
  const said = refusedOnWire.safeParse(body);
  const code = said.success ? (said.data.error.code ?? null) : null;
  return new GraphError(kindOfRefusal(status, code, false), `${what}: ${status} ${code ?? ""}`, {
    status,
    ...(code === null ? {} : { code }),
  });
}
