import { roleTemplates } from "../../state/roles.ts";

/** Directory roles that open the logs and everybody's sign-in activity: https://learn.microsoft.com/entra/identity/role-based-access-control/delegate-by-task#monitoring */
export const logReaders = [
  roleTemplates.reportsReader,
  roleTemplates.securityReader,
  roleTemplates.securityAdministrator,
  roleTemplates.securityOperator,
  roleTemplates.globalReader,
];

/** Pages of both logs hold up to this many records, and as many when nothing is said. */
export const logPage = { defaultTop: 1000, maxTop: 1000 };

export const logOptions = ["$filter", "$top", "$orderby", "$count", "$select"];
