import type { historyRequest } from "@/lib/contract/history";
import type { z } from "zod";

/** Which entries, and from where on: `from` counts itself, `to` and `before` do not. */
export type HistoryFilter = z.output<typeof historyRequest>;
