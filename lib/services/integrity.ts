import type { CheckAnswer, CheckpointAnswer, IntegrityAnswer } from "@/lib/contract/integrity";
import type { CallApi } from "./api";

const contract = () => import("@/lib/contract/integrity");

/** How long the history is, and its latest checkpoints. */
export function readIntegrity(api: CallApi, signal: AbortSignal): Promise<IntegrityAnswer> {
  return api("/api/integrity", async () => (await contract()).integrityAnswer, { signal });
}

/** Checks the whole history, and compares it with a checkpoint that somebody kept. */
export function checkIntegrity(api: CallApi, checkpoint: string | null): Promise<CheckAnswer> {
  return api("/api/integrity/check", async () => (await contract()).checkAnswer, {
    ...{ method: "POST", body: { checkpoint } },
  });
}

/** Signs what the history is now; null where nothing is recorded. */
export async function takeCheckpoint(api: CallApi): Promise<CheckpointAnswer | null> {
  const { checkpoint } = await api(
    "/api/integrity/checkpoint",
    async () => (await contract()).checkpointTaken,
    { method: "POST", body: {} },
  );
  return checkpoint;
}

/** The text of a file that proves that one entry is in the history. */
export async function readProof(api: CallApi, entryId: string): Promise<string> {
  const query = new URLSearchParams({ entry: entryId });
  const path = `/api/integrity/proof?${query}`;
  return (await api(path, async () => (await contract()).proofAnswer)).proof;
}

/** The whole history, as it can be checked without this server. Throws ApiError where its end is missing. */
export function readExport(api: CallApi): Promise<string> {
  return api("/api/integrity/export", () => Promise.resolve(WHOLE_EXPORT), { as: "text" });
}

/** An export is complete only with its last line. */
const WHOLE_EXPORT = {
  parse: (value: unknown): string => {
    const text = String(value);
    const last = text.trimEnd().split("\n").at(-1) ?? "";
    if (text.endsWith("\n") && last.includes('"type":"end"')) return text;
    throw new TypeError("The export was cut off.");
  },
};
