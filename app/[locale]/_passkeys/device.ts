export type Ceremony = 'create' | 'get';

/** Whether the browser knows passkeys, and their JSON, and may use them for a site of this host. */
export function canUsePasskeys(rpId: string): boolean {
  const isKnown = typeof PublicKeyCredential === 'function' && 'parseCreationOptionsFromJSON' in PublicKeyCredential;
  return isKnown && window.isSecureContext && window.location.hostname === rpId;
}

/**
 * Asks the person's device to make a passkey, or to sign with one. `options` is what the server asks, as JSON; answers
 * what goes back there, as JSON, or undefined where the person or the device did not want to.
 */
export async function askDevice(ceremony: Ceremony, options: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const credential = await (ceremony === 'create' ? makePasskey : signWithPasskey)(JSON.parse(options), signal);
    return credential instanceof PublicKeyCredential ? JSON.stringify(credential.toJSON()) : undefined;
  } catch {
    return undefined;
  }
}

function makePasskey(options: PublicKeyCredentialCreationOptionsJSON, signal: AbortSignal) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return navigator.credentials.create({ publicKey, signal });
}

function signWithPasskey(options: PublicKeyCredentialRequestOptionsJSON, signal: AbortSignal) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return navigator.credentials.get({ publicKey, signal });
}
