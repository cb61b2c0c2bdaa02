import type { Door } from './request-doors';

/**
 * Next answers 500, before proxy.ts is asked, to what cannot be written as a web `Request`: the method TRACE, and `*`
 * in place of a path. Both become something that proxy.ts refuses as it refuses all that is not for it.
 */
export function tamedRequests(): Door {
  return (request, _response, goOn) => {
    if (request.method === 'TRACE') request.method = 'PATCH';
    if (!request.url?.startsWith('/') && !URL.canParse(request.url ?? '')) request.url = '/*';
    goOn();
  };
}
