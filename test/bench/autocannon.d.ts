// The package comes without types; this is the part of it that the bench uses.
declare module 'autocannon' {
  type Options = {
    url: string;
    connections: number;
    duration: number;
    method?: 'GET' | 'POST';
    headers?: Readonly<Record<string, string>>;
    body?: string;
  };
  type Result = {
    /** Seconds. */
    duration: number;
    errors: number;
    requests: { total: number };
    statusCodeStats: Readonly<Record<string, { count: number }>>;
  };
  export default function autocannon(options: Options): Promise<Result>;
}
