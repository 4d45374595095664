import type { Clock } from "../state/clock.ts";
import { Fields } from "./fields.ts";
import { durationMs, instantOf } from "./instants.ts";

const aCenturyMs = 36_500 * 86_400_000;

/** Moves a tenant's time on (or back), or sets it: see `ClockRequest`. */
export function moveClock(clock: Clock, body: unknown): void {
  const fields = new Fields(body);
  if (fields.has("set")) {
    const at = instantOf(fields.text("set"), clock.now());
    if (at === undefined) throw fields.refuse("set", "must be an instant");
    fields.end();
    clock.set(Date.parse(at));
    return;
  }
  const advance = readAdvance(fields);
  fields.end();
  clock.advance(advance);
}

function readAdvance(fields: Fields): number {
  const duration = fields.take("advance");
  if (typeof duration === "number") return fields.number("advance", -aCenturyMs, aCenturyMs);
  const advance = typeof duration === "string" ? durationMs(duration) : undefined;
  if (advance === undefined) {
    throw fields.refuse("advance", 'must be a duration such as "P3D", or milliseconds');
  }
  return advance;
}
