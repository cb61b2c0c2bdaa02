import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';

const coded = z.string().regex(/^[\w-]+$/);
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
const credential = { id: coded, rawId: coded, type: z.literal('public-key') };

const registration = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: coded,
    attestationObject: coded,
    transports: z.array(z.enum(TRANSPORTS)).catch([]),
  }),
});

const authentication = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: coded,
    authenticatorData: coded,
    signature: coded,
    userHandle: coded.nullish().transform((handle) => handle ?? undefined),
  }),
});

/** The browser's account of a new passkey, or undefined where it is none. */
export function readRegistration(text: string): RegistrationResponseJSON | undefined {
  const read = registration.safeParse(parseJson(text));
  return read.success ? { ...read.data, clientExtensionResults: {} } : undefined;
}

/** The browser's account of a signature, or undefined where it is none. */
export function readAuthentication(text: string): AuthenticationResponseJSON | undefined {
  const read = authentication.safeParse(parseJson(text));
  if (!read.success) return undefined;
  const { userHandle, ...response } = read.data.response;
  return {
    ...read.data,
    response: userHandle === undefined ? response : { ...response, userHandle },
    clientExtensionResults: {},
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
