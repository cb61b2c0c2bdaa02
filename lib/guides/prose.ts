import type { Node } from '@markdoc/markdoc';
import { textAttribute } from './schema';

/** One line of prose in the file, without code, examples and what references print (a gap, U+FFFC, stands for each). */
export type ProseLine = { readonly line: number; readonly text: string };

const GAP = '\ufffc';

/** The lines of one paragraph, heading or cell. `firstLine` counts from 1. */
export function listProseLines(inline: Node, firstLine: number): readonly ProseLine[] {
  const lines: { line: number; text: string }[] = [{ line: firstLine, text: '' }];
  const visit = (node: Node) => {
    const last = lines[lines.length - 1];
    if (!last) return;
    if (node.type === 'softbreak' || node.type === 'hardbreak') lines.push({ line: last.line + 1, text: '' });
    else if (node.type === 'text') last.text += textAttribute(node, 'content');
    else if (node.type === 'code' || node.type === 'tag') last.text += GAP;
    else for (const child of node.children) visit(child);
  };
  visit(inline);
  return lines;
}

const QUOTED = /["“”„]([^"“”„]+)["“”]|«([^»]+)»|»([^«»]+)«/gu;

/** What stands in quotation marks of any language. */
export function listQuoted(text: string): readonly string[] {
  return [...text.matchAll(QUOTED)].map((match) => (match[1] ?? match[2] ?? match[3] ?? '').trim());
}

/** Whether the words stand in the text exactly so, not as a part of longer words. */
export function hasWords(text: string, words: string): boolean {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

const NUMBER_WORDS: Readonly<Record<string, { numbers: string; units: string }>> = {
  en: {
    numbers: 'two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|thirty',
    units: 'seconds?|minutes?|hours?|days?|weeks?|months?|years?',
  },
  sv: {
    numbers: 'två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|fjorton|trettio',
    units: 'sekund(?:er)?|minut(?:er)?|timm(?:e|ar)|dag(?:ar)?|dygn|veck(?:a|or)|månad(?:er)?|år',
  },
};

/** A limit, price or date written out: any digit, or a number word before a unit of time in the languages known here. */
export function findLiteralNumber(text: string, locale: string): string | undefined {
  const digits = /\p{N}[\p{N}.,:\u00a0 ]*/u.exec(text)?.[0];
  const words = NUMBER_WORDS[new Intl.Locale(locale).language];
  if (digits !== undefined || !words) return digits?.trim();
  return new RegExp(`(?<!\\p{L})(?:${words.numbers})[ -](?:${words.units})(?!\\p{L})`, 'iu').exec(text)?.[0];
}
