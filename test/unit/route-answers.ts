import { type Incoming, type Route, route } from '@/lib/server/route';

/** A visitor's GET. */
export const visit: Incoming = {
  method: 'GET',
  path: '/',
  query: '',
  hasSession: false,
  isDemo: true,
  isSameOrigin: false,
  contentLength: null,
  contentType: '',
};

/** What a form of ours adds to it. */
export const post = {
  method: 'POST',
  isSameOrigin: true,
  contentLength: 100,
  contentType: 'multipart/form-data; boundary=x',
} as const;

/** The choice as one line. */
export function told(chosen: Route): string {
  switch (chosen.to) {
    case 'static':
      return ['static', chosen.locale, ...(chosen.path ? [chosen.path] : [])].join(' ');
    case 'live':
      return ['live', chosen.path, ...(chosen.record ? [chosen.record.kind, chosen.record.id] : [])].join(' ');
    case 'redirect':
      return [chosen.status, chosen.location, ...(chosen.choose ? ['choose', chosen.choose] : [])].join(' ');
    case 'refuse':
      return `refuse ${chosen.status}`;
    case 'call':
      return `${chosen.isAnswered ? 'call' : 'no call'} ${chosen.path}`;
    default:
      return chosen.to;
  }
}

export const answer = (path: string, more: Partial<Incoming> = {}) => told(route({ ...visit, path, ...more }));
