import { networkOf } from '@/lib/domain/network-address';
import type { Settings } from '@/lib/env';
import type { Door } from './request-doors';

const HEADER = 'x-forwarded-for';

/** Anybody can send the header by which Next hands on who asks: it is theirs to say only where a proxy in front is trusted. */
export function knownAddresses({ trustsProxy }: Pick<Settings, 'trustsProxy'>): Door {
  return (request, _response, goOn) => {
    if (!trustsProxy || !request.headers[HEADER]) {
      request.headers[HEADER] = request.socket.remoteAddress ?? '';
    }
    goOn();
  };
}

/** The network that a request comes from. What a trusted proxy adds stands last: before it stands what it was told. */
export function clientNetwork(headers: Headers): string {
  return networkOf(headers.get(HEADER)?.split(',').at(-1)?.trim() ?? '');
}
