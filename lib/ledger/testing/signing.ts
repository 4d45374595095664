import { randomBytes } from "node:crypto";
import type { CheckpointSettings } from "@/lib/config/settings";

/** Settings under which histories are signed, with a key of their own. */
export function signingSettings(change: Partial<CheckpointSettings> = {}): CheckpointSettings {
  return {
    key: randomBytes(32).toString("base64"),
    host: "guestlist.example.com",
    earlierKeys: [],
    folder: null,
    webhook: null,
    ...change,
  };
}
