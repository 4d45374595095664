import type { GraphSettings } from "./client";
import type { Graph } from "./graph";

/**
 * The same as `openGraph`, but Graph's SDK and the parser of its answers are loaded with the first request:
 * together they weigh more than the rest of the page that is looked at meanwhile.
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
    read: async (...given) => (await graph()).read(...given),
    send: async (...given) => (await graph()).send(...given),
    batch: async (...given) => (await graph()).batch(...given),
    pages: async function* (...given) {
      yield* (await graph()).pages(...given);
    },
  };
}
