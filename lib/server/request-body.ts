import { accept, type Outcome, refuse } from '@/lib/domain/outcome';

/** The body as text, read no further than `limit` octets: a program may announce no length, or a wrong one. */
export async function readBody({ body }: Request, limit: number): Promise<Outcome<string, 'body_too_large'>> {
  const chunks: Uint8Array[] = [];
  let octets = 0;
  for await (const chunk of chunksOf(body)) {
    octets += chunk.length;
    if (octets > limit) return refuse('body_too_large');
    chunks.push(chunk);
  }
  return accept(Buffer.concat(chunks).toString('utf8'));
}

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) yield read.value;
}

/** The JSON of a text that can be stored; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
