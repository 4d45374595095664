import type { Intent, IntentPlan, Json } from "@/lib/domain/intent";

/**
 * The plan that tries some intents of another one again. Each is a new intent; where the request bears the old one's id,
 * as the mark by which what it makes is found, it bears the new one's.
 */
export function retryPlan(
  plan: IntentPlan,
  ids: ReadonlySet<string>,
  reason: string,
  mintId: () => string,
): IntentPlan {
  const id = mintId();
  const again = plan.intents.filter(({ intent }) => ids.has(intent.id));
  return {
    id,
    reason,
    intents: again.map((planned) => ({
      ...planned,
      intent: { ...renewed(planned.intent, mintId()), planId: id, reason },
    })),
  };
}

function renewed(intent: Intent, id: string): Intent {
  const spelled = [intent.id, intent.id.replaceAll("-", "")] as const;
  const renew = (text: string) =>
    text.replaceAll(spelled[0], id).replaceAll(spelled[1], id.replaceAll("-", ""));
  const { request, subject } = intent;
  return {
    ...intent,
    id,
    // What is yet to be made has the id of its intent.
    subject: subject.id === intent.id ? { ...subject, id } : subject,
    request: { ...request, body: withTexts(request.body, renew) },
  };
}

function withTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === "string") return change(value);
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map((each) => withTexts(each, change));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withTexts(each, change)]),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
