/** 303: the browser goes on with a GET, whatever it came with. */
export function leadTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
