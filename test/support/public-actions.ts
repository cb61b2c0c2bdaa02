import type { FormFields } from './forged-forms';

/** Reviewed: they ask for no session, since they are how one begins and ends. None may change anything for a stranger. */
export const PUBLIC_ACTIONS: Readonly<Record<string, FormFields>> = {
  signOut: {},
  signOutEverywhere: {},
  signInAsDemoPerson: { personId: 'nobody' },
  sendMagicLink: { email: 'maja.sandberg@nordlysbygg.example' },
  confirmMagicLink: { token: 'x'.repeat(43) },
  acceptInvitation: { token: 'x'.repeat(43), name: 'A stranger' },
  acceptOwnInvitation: { invitation: 'nothing' },
  signOutForInvitation: { token: 'x'.repeat(43) },
};
