import { randomUUID } from "node:crypto";
import type { IncomingCall } from "../graph/dispatch.ts";
import type { Answer } from "../graph/endpoint.ts";
import { GraphRefusal } from "../graph/errors.ts";
import { decideHandling, type Handling } from "./decide-handling.ts";
import { refusalAnswer } from "./refusals.ts";
import { carryOutUnanswered } from "./carry-out-unanswered.ts";

/**
 * One item of a batch in its tenant's conditions: charged and struck like a request of its own. Undefined means that the
 * batch's answer will not speak of it.
 */
export async function injectItemFaults(
  call: IncomingCall,
  run: () => Promise<Answer>,
): Promise<Answer | undefined> {
  const { handling, headers } = decideHandling(call, "item");
  const answer = await meet(handling, call, run);
  return answer && { ...answer, headers: { ...answer.headers, ...headers } };
}

async function meet(
  handling: Handling,
  call: IncomingCall,
  run: () => Promise<Answer>,
): Promise<Answer | undefined> {
  const carryOut = () => answerOf(call, run);
  switch (handling.kind) {
    case "refused":
      return refused(handling.refusal, call);
    case "denied-though-applied":
      await carryOutUnanswered(call, "error", carryOut);
      return refused(handling.refusal, call);
    case "lost":
      await carryOutUnanswered(call, "reset", carryOut);
      return undefined;
    case "passes":
    case "cut":
    case "truncated":
    case "shuffled":
      return carryOut();
  }
}

async function answerOf(call: IncomingCall, run: () => Promise<Answer>): Promise<Answer> {
  try {
    return await run();
  } catch (cause) {
    if (!(cause instanceof GraphRefusal)) throw cause;
    return refused(cause, call);
  }
}

function refused(refusal: GraphRefusal, call: IncomingCall): Answer {
  const requestId = randomUUID();
  return refusalAnswer(refusal, {
    date: call.tenant.clock.iso(),
    requestId,
    clientRequestId: call.headers.get("client-request-id") ?? requestId,
  });
}
