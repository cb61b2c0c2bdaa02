import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { z } from 'zod';

const asked = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string() }).optional(),
  rpId: z.string().optional(),
});

/** What a device would do otherwise: another origin, no check of who holds it, another count. */
type Bend = { readonly origin?: string; readonly isVerified?: boolean; readonly counter?: number };

export type SoftwareDevice = {
  /** The browser's account of a new passkey, for options as the server gives them; both JSON. */
  readonly make: (options: string, bend?: Bend) => string;
  /** The browser's account of a signature, likewise. */
  readonly sign: (options: string, bend?: Bend) => string;
};

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_KEY = 0x40;

/** An authenticator with one ES256 key, made of node:crypto alone. It counts its signatures from 1. */
export function newSoftwareDevice(origin: string): SoftwareDevice {
  const id = randomBytes(16);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  let signed = 0;
  const common = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' };

  const answer = (type: 'webauthn.create' | 'webauthn.get', options: string, key: Buffer, bend: Bend) => {
    const { challenge, rp, rpId } = asked.parse(JSON.parse(options));
    signed += 1;
    const flags = PRESENT | (bend.isVerified === false ? 0 : VERIFIED) | (key.length > 0 ? HAS_KEY : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(bend.counter ?? signed);
    const data = Buffer.concat([hash(rp?.id ?? rpId ?? ''), Buffer.from([flags]), count, key]);
    const client = Buffer.from(JSON.stringify({ type, challenge, origin: bend.origin ?? origin, crossOrigin: false }));
    return { data, client };
  };

  return {
    make: (options, bend = {}) => {
      const { data, client } = answer('webauthn.create', options, keyPart(id, publicKey), bend);
      const response = { clientDataJSON: coded(client), attestationObject: coded(attestation(data)) };
      return JSON.stringify({ ...common, response: { ...response, transports: ['internal'] } });
    },
    sign: (options, bend = {}) => {
      const { data, client } = answer('webauthn.get', options, Buffer.alloc(0), bend);
      const signature = sign('sha256', Buffer.concat([data, hash(client)]), privateKey);
      const response = { clientDataJSON: coded(client), authenticatorData: coded(data), signature: coded(signature) };
      return JSON.stringify({ ...common, response });
    },
  };
}

/** No model, the key's id, and the key itself as a COSE map. */
function keyPart(id: Buffer, publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const coordinate = (name: number, value: string) =>
    Buffer.concat([Buffer.from([name, 0x58, 0x20]), Buffer.from(value, 'base64url')]);
  const cose = [Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]), coordinate(0x21, x), coordinate(0x22, y)];
  return Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, ...cose]);
}

/** The CBOR map of a device that vouches for nothing: `fmt` none, an empty `attStmt`, and `authData`. */
function attestation(data: Buffer): Buffer {
  const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
  const parts = [text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData')];
  return Buffer.concat([Buffer.from([0xa3]), ...parts, Buffer.from([0x58, data.length]), data]);
}

function hash(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

function coded(data: Buffer): string {
  return data.toString('base64url');
}
