import { activateApp } from './activate-app';
import { assignLicenses } from './assign-licenses';
import { buyAgain } from './buy-again';
import { cancelSubscription } from './cancel-subscription';
import { changeBillingProfile } from './change-billing-profile';
import { changeLicenseQuantity } from './change-license-quantity';
import { changePlan } from './change-plan';
import { listContentParameters } from './contents';
import { fixPayment } from './fix-payment';
import { getApps } from './get-apps';
import { manageBillingProfiles } from './manage-billing-profiles';
import { manageThirdPartyApps } from './manage-third-party-apps';
import { type GuideStructure, listParts } from './structure';
import { supportedRegions } from './supported-regions';
import { understandInvoice } from './understand-invoice';

/** Every guide, in the order of the guide list. A guide that is not here has no page, and a link to it does not build. */
export const GUIDES = [
  manageThirdPartyApps,
  getApps,
  activateApp,
  assignLicenses,
  changeLicenseQuantity,
  changePlan,
  changeBillingProfile,
  manageBillingProfiles,
  understandInvoice,
  fixPayment,
  cancelSubscription,
  buyAgain,
  supportedRegions,
] as const satisfies readonly GuideStructure[];

export type GuideId = (typeof GUIDES)[number]['id'];

export function findGuide(id: string): GuideStructure | undefined {
  return GUIDES.find((guide) => guide.id === id);
}

export function isGuideId(id: string): id is GuideId {
  return GUIDES.some((guide) => guide.id === id);
}

/** Names of query parameters that change what a guide says to anybody, signed in or not. */
export function listParameters(id: GuideId): readonly string[] {
  const guide = findGuide(id);
  return guide
    ? listParts(guide).flatMap((part) => ('content' in part ? listContentParameters(part.content) : []))
    : [];
}
