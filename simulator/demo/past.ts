import { defaults } from "../state/defaults.ts";
import type { Tenant } from "../state/tenant.ts";
import { dispatch } from "../graph/dispatch.ts";

const scopes = new Set(["AccessReview.ReadWrite.All"]);

/** Asks Graph in somebody's name and without a network, so that what it makes is what Graph would have made. */
export type Ask = (
  userId: string,
  method: string,
  path: string,
  body?: unknown,
) => Promise<unknown>;

/** Lets people do things at an earlier instant, as if they had done them then. */
export function inThePast<Result>(
  tenant: Tenant,
  at: number,
  work: (ask: Ask) => Result | Promise<Result>,
): Promise<Result> {
  const ask: Ask = async (userId, method, path, body) => {
    const roles = tenant.directory.rolesOf(userId).map(({ roleTemplateId }) => roleTemplateId);
    const answer = await dispatch({
      tenant,
      caller: {
        userId,
        appId: defaults.clientId,
        scopes,
        roles: new Set(roles),
        isGuest: tenant.directory.users.get(userId)?.userType === "Guest",
        contexts: new Set(),
      },
      method,
      path,
      query: new URLSearchParams(),
      headers: new Headers(),
      body,
      root: "https://graph.microsoft.com/v1.0",
    });
    return answer.body;
  };
  return tenant.clock.standStill(at, () => work(ask));
}
