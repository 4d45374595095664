import { activityOf } from "./sign-in-activity.ts";
import type { User } from "../../state/entities.ts";

/** An instant as the directory shows it, to the second. */
function toTheSecond(instant: string | null): string | null {
  return instant === null ? null : `${instant.slice(0, 19)}Z`;
}

const nothing = () => null;
const none = () => [];

/** Every property of a user that this simulator shows: https://learn.microsoft.com/graph/api/resources/user */
export const userProperties: Readonly<Record<string, (user: User) => unknown>> = {
  id: (user) => user.id,
  accountEnabled: (user) => user.accountEnabled,
  ageGroup: nothing,
  assignedLicenses: none,
  assignedPlans: none,
  businessPhones: none,
  city: (user) => user.city,
  companyName: (user) => user.companyName,
  country: (user) => user.country,
  createdDateTime: (user) => toTheSecond(user.createdDateTime),
  creationType: (user) => user.creationType,
  deletedDateTime: (user) => toTheSecond(user.deletedDateTime),
  department: (user) => user.department,
  displayName: (user) => user.displayName,
  employeeHireDate: nothing,
  employeeId: nothing,
  employeeLeaveDateTime: nothing,
  employeeType: nothing,
  externalUserState: (user) => user.externalUserState,
  externalUserStateChangeDateTime: (user) => toTheSecond(user.externalUserStateChangeDateTime),
  faxNumber: nothing,
  givenName: (user) => user.givenName,
  identities: (user) => user.identities,
  imAddresses: none,
  isResourceAccount: nothing,
  jobTitle: (user) => user.jobTitle,
  lastPasswordChangeDateTime: (user) => toTheSecond(user.createdDateTime),
  mail: (user) => user.mail,
  mailNickname: (user) => user.mailNickname,
  mobilePhone: nothing,
  officeLocation: nothing,
  onPremisesDistinguishedName: nothing,
  onPremisesDomainName: nothing,
  onPremisesImmutableId: nothing,
  onPremisesLastSyncDateTime: nothing,
  onPremisesSamAccountName: nothing,
  onPremisesSyncEnabled: (user) => user.onPremisesSyncEnabled,
  onPremisesUserPrincipalName: nothing,
  otherMails: (user) => user.otherMails,
  postalCode: nothing,
  preferredLanguage: (user) => user.preferredLanguage,
  proxyAddresses: (user) => (user.mail === null ? [] : [`SMTP:${user.mail}`]),
  securityIdentifier: nothing,
  showInAddressList: nothing,
  signInActivity: activityOf,
  signInSessionsValidFromDateTime: (user) =>
    toTheSecond(user.sessionsValidFrom ?? user.createdDateTime),
  state: nothing,
  streetAddress: nothing,
  surname: (user) => user.surname,
  usageLocation: (user) => user.usageLocation,
  userPrincipalName: (user) => user.userPrincipalName,
  userType: (user) => user.userType,
};

/** Shown when nothing is selected. */
export const defaultUserProperties = [
  "businessPhones",
  "displayName",
  "givenName",
  "jobTitle",
  "mail",
  "mobilePhone",
  "officeLocation",
  "preferredLanguage",
  "surname",
  "userPrincipalName",
  "id",
] as const;

/** All that User.ReadBasic.All opens: https://learn.microsoft.com/graph/permissions-reference#user-permissions */
export const basicUserProperties: ReadonlySet<string> = new Set([
  "displayName",
  "givenName",
  "id",
  "mail",
  "photo",
  "securityIdentifier",
  "surname",
  "userPrincipalName",
]);

/** Kept outside the directory, so Graph does not show them in a collection, nor this simulator anywhere. */
export const propertiesElsewhere: ReadonlySet<string> = new Set([
  "aboutMe",
  "birthday",
  "customSecurityAttributes",
  "deviceEnrollmentLimit",
  "hireDate",
  "interests",
  "mailboxSettings",
  "mySite",
  "pastProjects",
  "preferredName",
  "print",
  "responsibilities",
  "schools",
  "skills",
]);

/** Names that Graph knows and this simulator keeps nothing of. */
export const propertiesNotKept: ReadonlySet<string> = new Set([
  "authorizationInfo",
  "consentProvidedForMinor",
  "employeeOrgData",
  "identityParentId",
  "isManagementRestricted",
  "legalAgeGroupClassification",
  "licenseAssignmentStates",
  "onPremisesExtensionAttributes",
  "onPremisesProvisioningErrors",
  "onPremisesSecurityIdentifier",
  "passwordPolicies",
  "passwordProfile",
  "preferredDataLocation",
  "provisionedPlans",
  "serviceProvisioningErrors",
]);
