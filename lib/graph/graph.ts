import type { z } from "zod";
import type { GraphErrorKind } from "./graph-error";
import type { Pace } from "./pace";

/** Delegated scopes of Graph without the resource, for example `User.Read.All`. */
export type Scopes = readonly string[];

export interface ReadOptions<T> {
  readonly scopes: Scopes;
  readonly schema: z.ZodType<T>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Waited for before each try, and given each answer. */
  readonly pace?: Pace;
  /** Refusals that are retried before they are believed, as a malformed answer always is. */
  readonly retryOn?: readonly GraphErrorKind[];
}

export interface SendOptions<T> {
  readonly scopes: Scopes;
  readonly body?: unknown;
  /** Absent where the answer is empty or of no interest. */
  readonly schema?: z.ZodType<T>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /**
   * Called right before the request is sent, and again before a second try with another token, since getting a token may
   * take as long as the computer sleeps. False throws a NotSentError and nothing is sent.
   */
  readonly maySend?: () => boolean;
}

export interface GraphPage<T> {
  readonly items: readonly T[];
  /** `@odata.count`: on the first page, and only where it was asked for. */
  readonly count: number | null;
}

export interface Sent<T> {
  readonly status: number;
  readonly body: T;
  /** Graph's own id of the request. */
  readonly requestId: string | null;
}

export interface BatchRequest {
  readonly id: string;
  readonly method: "GET";
  /** Below the version, for example `/users/{id}?$select=id`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface BatchAnswer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Microsoft Graph. Paths begin with `/` and are below the version; every failure is a GraphError. Reads are paced and
 * retried where Graph asks for it, writes never are.
 */
export interface Graph {
  read<T>(path: string, options: ReadOptions<T>): Promise<T>;
  /** Every page of a collection; `schema` is that of one item, and headers go with each page. */
  pages<T>(path: string, options: ReadOptions<T>): AsyncGenerator<GraphPage<T>>;
  /**
   * Sends exactly once. "no-answer" means that it may have been applied. "throttled" and "unavailable" mean that Graph
   * said no, which has to be checked by reading before anything is sent again.
   */
  send<T = unknown>(
    method: "POST" | "PATCH" | "PUT" | "DELETE",
    path: string,
    options: SendOptions<T>,
  ): Promise<Sent<T>>;
  /** Any number of readings, twenty to a request; an item that was never answered is missing from the map. */
  batch(
    requests: readonly BatchRequest[],
    options: { readonly scopes: Scopes; readonly signal?: AbortSignal },
  ): Promise<ReadonlyMap<string, BatchAnswer>>;
}
