import { refuseLateSending } from "@/lib/graph/graph-middleware";
import type { z } from "zod";
import type { GraphRequest } from "@/lib/domain/operation";
import type { Clock } from "@/lib/graph/clock";
import type { Graph, SendOptions, Sent } from "@/lib/graph/graph";
import { GraphError } from "@/lib/graph/graph-error";
import type { FakeDirectory } from "./fake-directory";
import { FakeReviews } from "./fake-reviews";

/** A fake directory with its groups and access reviews, answered by one Graph. */
export class FakeTenant {
  readonly reviews: FakeReviews;
  readonly graph: Graph;

  constructor(
    readonly directory: FakeDirectory,
    clock: Pick<Clock, "now">,
  ) {
    this.reviews = new FakeReviews(clock, directory.actorId);
    this.graph = this.#graph();
  }

  /** Who sends: items and the audit log name them. */
  set actorId(userId: string) {
    this.directory.actorId = userId;
    this.reviews.actorId = userId;
  }

  #graph(): Graph {
    const people = this.directory.graph;
    const theirs = ["/users", "/directory/", "/roleManagement/", "/invitations"];
    const isOurs = (path: string) => !theirs.some((beginning) => path.startsWith(beginning));
    const answer = (path: string) => {
      try {
        return { status: 200, body: this.reviews.get(path) };
      } catch (error) {
        const gone = error instanceof GraphError && error.kind === "not-found";
        if (gone) return { status: 404, body: {} };
        throw error;
      }
    };
    return {
      read: async (path, options) =>
        isOurs(path) ? options.schema.parse(this.reviews.get(path)) : people.read(path, options),
      pages: (path, { schema }) => {
        const { reviews } = this;
        if (path.startsWith("/auditLogs/")) {
          return pageOf([...this.directory.allAudits, ...reviews.audits], schema);
        }
        return (async function* () {
          const { value } = (await Promise.resolve(reviews.get(path))) as { value: unknown[] };
          yield { items: value.map((item) => schema.parse(item)), count: null };
        })();
      },
      send: async <T>(
        method: GraphRequest["method"],
        path: string,
        options: SendOptions<T>,
      ): Promise<Sent<T>> => {
        if (!isOurs(path)) return await people.send(method, path, options);
        refuseLateSending(options);
        const { body, schema, headers } = options;
        const tracking = headers?.["client-request-id"] ?? "";
        const made = this.reviews.send({ method, path, body, tracking });
        const requestId = `request-${tracking}`;
        // Without a schema nobody asked for the body, and `T` is `unknown`.
        if (schema === undefined) return { status: 204, body: undefined as T, requestId };
        const parsed = schema.safeParse(made);
        if (!parsed.success) throw new GraphError("malformed", path, { status: 201, requestId });
        return { status: 201, body: parsed.data, requestId };
      },
      batch: async (requests, options) => {
        const [ours, theirs] = [true, false].map((is) =>
          requests.filter(({ path }) => isOurs(path) === is),
        );
        const others = await people.batch(theirs ?? [], options);
        const own = (ours ?? []).map(({ id, path }) => [id, answer(path)] as const);
        return new Map([...others, ...own]);
      },
    };
  }
}

async function* pageOf<T>(rows: readonly unknown[], schema: z.ZodType<T>) {
  yield await Promise.resolve({ items: rows.map((row) => schema.parse(row)), count: null });
}
