import { partsOf } from "@/lib/domain/reviews/graph-query";
import { notAttempted } from "../../not-attempted";
import { seen } from "../../seen";
import type { Sight } from "../../way";
import { type At, type KindWay, nothingAgainst } from "../kind-way";

/** As for reviews: lists may not have a new group for a while. */
const LAG_MILLISECONDS = 60_000;

/** A group's mail nickname carries the id of the intent that makes it, and it is found by that. */
export const createGroup: KindWay = {
  proof: "each",
  trace: "marked",
  mayRepeat: true,
  lagMilliseconds: LAG_MILLISECONDS,
  async look(at) {
    if (!nicknameOf(at).includes(at.intent.id.replaceAll("-", "").toLowerCase())) {
      return { outcome: notAttempted("the nickname does not carry the id of its intent.") };
    }
    return (await find(at)) ? { outcome: seen("done", null) } : nothingAgainst;
  },
  async sight(at): Promise<Sight> {
    const made = at.made.get(at.intent.id);
    if (made === undefined) return (await find(at)) ? "shown" : "not-shown";
    return (await at.readings.group(made, at.since)) === null ? "not-shown" : "shown";
  },
};

async function find({ readings, made, intent }: At): Promise<boolean> {
  const nickname = partsOf(intent.request.body).mailNickname;
  const [first] = typeof nickname === "string" ? await readings.groupsNamed(nickname) : [];
  if (first !== undefined) made.set(intent.id, first);
  return first !== undefined;
}

function nicknameOf({ intent }: At): string {
  const nickname = partsOf(intent.request.body).mailNickname;
  return typeof nickname === "string" ? nickname.replaceAll("-", "").toLowerCase() : "";
}
