import { randomUUID } from "node:crypto";
import type { IncomingCall } from "../graph/dispatch.ts";
import type { Answer } from "../graph/endpoint.ts";
import { GraphRefusal } from "../graph/errors.ts";
import { forecast, type Lot } from "./forecast.ts";
import { refusalAnswer } from "./refusals.ts";
import { carriedOutUnheard } from "./witness.ts";

/**
 * One item of a batch in its tenant's weather: charged and struck like a request of its own. Undefined means that the
 * batch's answer will not speak of it.
 */
export async function weatheredItem(
  call: IncomingCall,
  act: () => Promise<Answer>,
): Promise<Answer | undefined> {
  const { lot, headers } = forecast(call, "item");
  const answer = await meet(lot, call, act);
  return answer && { ...answer, headers: { ...answer.headers, ...headers } };
}

async function meet(
  lot: Lot,
  call: IncomingCall,
  act: () => Promise<Answer>,
): Promise<Answer | undefined> {
  const heard = () => answerOf(call, act);
  switch (lot.kind) {
    case "refused":
      return refused(lot.refusal, call);
    case "denied-though-applied":
      await carriedOutUnheard(call, "error", heard);
      return refused(lot.refusal, call);
    case "lost":
      await carriedOutUnheard(call, "reset", heard);
      return undefined;
    case "passes":
    case "cut":
    case "truncated":
    case "shuffled":
      return heard();
  }
}

async function answerOf(call: IncomingCall, act: () => Promise<Answer>): Promise<Answer> {
  try {
    return await act();
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
