import { fileHeaders } from './headers';

type Download = {
  /** ASCII, with its ending. */
  readonly fileName: string;
  readonly contentType: string;
  readonly locale: string;
  /** The file's text, written as it is read. */
  readonly text: AsyncGenerator<string>;
};

/** A file for the reader alone, in UTF-8 without a byte order mark. */
export function downloadOf({ fileName, contentType, locale, text }: Download): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await text.return(undefined);
    },
  });
  return new Response(body, { headers: fileHeaders(`${contentType}; charset=utf-8`, fileName, locale) });
}
