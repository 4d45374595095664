export const CLOUD_NAMES = ["global", "usgov", "dod", "china"] as const;

export type CloudName = (typeof CLOUD_NAMES)[number];

export interface Cloud {
  /** Origin of the sign-in service. */
  readonly authority: string;
  /** Origin of Microsoft Graph. */
  readonly graphRoot: string;
}

/**
 * Where each of Microsoft's clouds lives
 * (learn.microsoft.com/graph/deployments, learn.microsoft.com/entra/identity-platform/authentication-national-cloud).
 */
export const CLOUDS: Readonly<Record<CloudName, Cloud>> = {
  global: {
    authority: "https://login.microsoftonline.com",
    graphRoot: "https://graph.microsoft.com",
  },
  usgov: {
    authority: "https://login.microsoftonline.us",
    graphRoot: "https://graph.microsoft.us",
  },
  dod: {
    authority: "https://login.microsoftonline.us",
    graphRoot: "https://dod-graph.microsoft.us",
  },
  china: {
    authority: "https://login.partner.microsoftonline.cn",
    graphRoot: "https://microsoftgraph.chinacloudapi.cn",
  },
};
