/** About the signed-in person alone: no role and no organization's record decides who may. */
export const ACCOUNT_ACTIONS = [
  'addPasskey',
  'askForOwnPasskey',
  'askToAddPasskey',
  'chooseNotifications',
  'confirmAsDemoPerson',
  'confirmWithPasskey',
  'endOneSession',
  'removeOwnPasskey',
  'renameOwnPasskey',
  'saveDetails',
  'sendOwnMagicLink',
  'unlinkOwnLogin',
];
