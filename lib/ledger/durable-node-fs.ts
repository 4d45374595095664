import { fsyncSync } from "node:fs";
import type { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type InitOptions = Parameters<NodeFS["init"]>[1];
type PostgresModule = Parameters<NonNullable<InitOptions["preRun"]>[number]>[0];

interface FileStream {
  readonly nfd: number;
}

/** Folders, pipes and closed files cannot be synced; PostgreSQL itself ignores these three. */
const IGNORED = new Set(["EISDIR", "EINVAL", "EBADF"]);

/**
 * The embedded database's files, with every fsync passed on to the disk. As published it syncs nothing, so a power cut
 * would lose acknowledged entries.
 */
export class DurableNodeFS extends NodeFS {
  override async init(pg: PGlite, options: InitOptions): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(pg, options);
    const passOn = (module: PostgresModule) => {
      const files = module.NODEFS as unknown as { stream_ops: Record<string, unknown> };
      files.stream_ops.fsync = syncFile;
    };
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), passOn] },
    };
  }
}

function syncFile({ nfd }: FileStream): 0 {
  try {
    fsyncSync(nfd);
  } catch (error) {
    if (!IGNORED.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
  return 0;
}
