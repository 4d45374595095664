import type { Endpoint } from "./endpoint.ts";
import { getMe } from "./me/get-me.ts";
import { listOrganization } from "./organization/list-organization.ts";
import { listSubscribedSkus } from "./organization/list-subscribed-skus.ts";
import { addSponsor } from "./users/add-sponsor.ts";
import { countUsers } from "./users/count-users.ts";
import { deleteUser } from "./users/delete-user.ts";
import { deltaUsers } from "./users/delta-users.ts";
import { getManager } from "./users/get-manager.ts";
import { getUser } from "./users/get-user.ts";
import { listSponsors } from "./users/list-sponsors.ts";
import { listUsers } from "./users/list-users.ts";
import { removeSponsor } from "./users/remove-sponsor.ts";
import { updateUser } from "./users/update-user.ts";

/** Every operation this simulator answers; what is not named here is answered 501. */
export const endpoints: readonly Endpoint[] = [
  getMe,
  listOrganization,
  listSubscribedSkus,
  addSponsor,
  countUsers,
  deleteUser,
  deltaUsers,
  getManager,
  getUser,
  listSponsors,
  listUsers,
  removeSponsor,
  updateUser,
];
