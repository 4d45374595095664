import type { GraphSettings } from "./client";
import type { Graph } from "./graph";

/**
 * The same as `openGraph`, but loads Graph's SDK and zod with the first request: together they weigh more than the rest
 * of the page.
 */
export function openGraphLater(settings: GraphSettings): Graph {
  let opened: Promise<Graph> | undefined;
  const graph = () =>
    (opened ??= import("./client").then(
      ({ openGraph }) => openGraph(settings),
      (cause: unknown) => {
        // The next request tries to load it again.
        opened = undefined;
        throw cause;
      },
    ));
  return {
    read: async (...args) => (await graph()).read(...args),
    send: async (...args) => (await graph()).send(...args),
    batch: async (...args) => (await graph()).batch(...args),
    pages: async function* (...args) {
      yield* (await graph()).pages(...args);
    },
  };
}
