import { counted } from "@/lib/domain/number-text";
import { randomUUID } from "node:crypto";
import { erasureRequest } from "@/lib/contract/erasures";
import { erasePerson } from "../erase-person";
import { type Opened, Refusal } from "./opening";

/** Takes a person's names, mails and texts away, and says how many went. */
export async function eraseCommand(opened: Opened): Promise<number> {
  const [personId] = opened.words;
  const { by, reason } = opened.options;
  const request = erasureRequest.safeParse({ id: randomUUID(), personId, reason: reason ?? "" });
  const issue = request.error?.issues[0];
  if (!request.success) throw new Refusal(`${String(issue?.path[0])}: ${issue?.message ?? "?"}`);
  const actor = erasureRequest.shape.personId.safeParse(by);
  if (!actor.success)
    throw new Refusal("Say who erases: --by YOUR-ID, your object ID in Microsoft Entra.");
  const { cards, texts, seq } = await erasePerson(await opened.database(), request.data, {
    tenant: opened.tenant(),
    actor: { subjectId: actor.data, displayName: null, mail: null },
    through: "command",
  });
  opened.say(
    `Erased: ${counted(cards, "name record")} and ${counted(texts, "text")}. Entry ${seq} records it.`,
  );
  return 0;
}
