import type { GraphRefusal } from "./errors.ts";
import type { Tenant } from "../state/tenant.ts";

/** Who calls, as the validated token and the directory say. */
export interface Caller {
  userId: string;
  appId: string;
  scopes: ReadonlySet<string>;
  /** Template ids of the directory roles this person holds now, through a role-assignable group too. */
  roles: ReadonlySet<string>;
  isGuest: boolean;
  /** Authentication contexts (`acrs`) that the sign-in behind the token has met. */
  contexts: ReadonlySet<string>;
}

export interface Call {
  tenant: Tenant;
  caller: Caller;
  method: string;
  /** Path below /v1.0, decoded, without the query. */
  path: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
  /** `https://graph.microsoft.com/v1.0`: what links in answers begin with. */
  root: string;
}

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** One operation of Graph v1.0, named by its public documentation page. */
export interface Endpoint {
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** For example `/users/{id}/sponsors`. */
  path: string;
  documentation: string;
  /** Any one of these delegated scopes opens it. */
  scopes: readonly string[];
  /** Any one of these directory roles is needed besides; none named means any member may. */
  roles?: readonly string[];
  /** What a caller with none of those roles is answered; Authorization_RequestDenied when absent. */
  withoutRole?: () => GraphRefusal;
  /** Any one of these opens it too when `{id}` is the caller's own. */
  selfScopes?: readonly string[];
  /** Query options it understands, for example `$select`; any other one is told as a gap. None when absent. */
  options?: readonly string[];
  /** Query options that Graph has elsewhere and refuses here. */
  refusedOptions?: readonly string[];
  /** Guests may call it too (only what is about themselves). */
  guestsToo?: boolean;
  answer(call: Call): Answer | Promise<Answer>;
}
