import { join } from 'node:path';
import { Font } from '@react-pdf/renderer';

export const SANS = 'Source Sans 3';
export const SERIF = 'Source Serif 4';

/** By weight. The site's own typefaces again, since the PDF reads no WOFF2; whole ones, with Greek and Cyrillic. */
const FILES = {
  [SANS]: {
    400: 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
    600: 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  },
  [SERIF]: { 600: 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf' },
};

let loaded: Promise<void> | undefined;

/** Makes the typefaces known to the PDF, and keeps it from hyphenating: it would do so as in English. */
export function loadFonts(): Promise<void> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<void> {
  Font.registerHyphenationCallback((word) => [word]);
  for (const [family, files] of Object.entries(FILES)) {
    const fonts = Object.entries(files).map(([weight, file]) => ({ src: pathOf(file), fontWeight: Number(weight) }));
    Font.register({ family, fonts });
    for (const { fontWeight } of fonts) {
      await Font.load({ fontFamily: family, fontWeight });
      const { data } = Font.getFont({ fontFamily: family, fontWeight });
      // A glyph met first as a part of another loses its letter for good: ι after ί. So each is met as itself.
      for (const codePoint of data?.characterSet ?? []) data?.glyphForCodePoint(codePoint);
    }
  }
}

/** Read from the working directory at run time, as the messages are. */
function pathOf(file: string): string {
  return join(process.cwd(), 'node_modules', '@expo-google-fonts', file);
}
