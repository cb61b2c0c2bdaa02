import type { SectionStructure } from '@/lib/domain/guides/structure';
import type { Fault, FaultCode } from './fault';
import { findForbiddenWord } from './glossary';
import { type ParsedGuide, type ParsedPart, plainText, walkLines } from './parse';
import { findLiteralNumber, hasWords, listProseLines, listQuoted, type ProseLine } from './prose';
import { findLabelText } from './ui-messages';

export type ProseRules = {
  readonly locale: string;
  readonly messages: ReadonlyMap<string, string>;
  readonly forbiddenWords: readonly string[];
};

/** Prose may hold no number of its own, no button's words and no forbidden word. */
export function checkProse(
  file: string,
  part: ParsedPart,
  structure: SectionStructure,
  rules: ProseRules,
): readonly Fault[] {
  const faults: Fault[] = [];
  const report = (line: number, code: FaultCode, message: string) => faults.push({ file, line, code, message });
  const everyWording = new Set(rules.messages.values());
  const own = (structure.labels ?? []).flatMap((label) => findLabelText(rules.messages, label) ?? []);
  for (const { node, line, parents } of walkLines(part.node)) {
    if (node.type === 'strong' && everyWording.has(plainText(node).trim())) {
      report(line, 'label-literal', `bold "${plainText(node).trim()}" is a label: write {% label "…" /%}`);
    }
    if (node.type !== 'inline') continue;
    if (parents.some(({ tag }) => tag === 'example')) continue;
    const lines = listProseLines(node, line);
    for (const { line: at, text } of lines) {
      const number = findLiteralNumber(text, rules.locale);
      if (number)
        report(at, 'literal-number', `"${number}": write {% value "…" /%}, or {% example %} round an example`);
      if (/<[a-z!/]/i.test(text)) report(at, 'raw-html', 'HTML is not part of a guide');
    }
    const whole = lines.map(({ text }) => text).join(' ');
    for (const quoted of listQuoted(whole)) {
      if (everyWording.has(quoted))
        report(lineOf(lines, quoted), 'label-literal', `quoted "${quoted}" is a label: write {% label "…" /%}`);
    }
    for (const wording of own) {
      if (hasWords(whole, wording))
        report(lineOf(lines, wording), 'label-literal', `"${wording}" is a label of this step: write {% label "…" /%}`);
    }
    const word = findForbiddenWord(whole, rules.forbiddenWords);
    if (word)
      report(lineOf(lines, word.replace('*', '')), 'word-forbidden', `"${word}" is not our word: see the glossary`);
  }
  return faults;
}

/** Title, promise and summary are prose too. */
export function checkLead(guide: ParsedGuide, text: string, rules: ProseRules): readonly Fault[] {
  const front = guide.frontMatter;
  if (!front) return [];
  return (['title', 'promise', 'summary'] as const).flatMap((key): Fault[] => {
    const line = text.split('\n').findIndex((written) => written.startsWith(`${key}:`)) + 1;
    const number = findLiteralNumber(front[key], rules.locale);
    const word = findForbiddenWord(front[key], rules.forbiddenWords);
    return [
      ...(number
        ? [{ file: guide.file, line, code: 'literal-number', message: `"${number}" in ${key}` } as const]
        : []),
      ...(word
        ? [{ file: guide.file, line, code: 'word-forbidden', message: `"${word}" is not our word` } as const]
        : []),
    ];
  });
}

function lineOf(lines: readonly ProseLine[], words: string): number {
  const start = words.split(' ')[0]?.toLowerCase() ?? '';
  const exact = lines.find(({ text }) => text.toLowerCase().includes(words.toLowerCase()));
  return (exact ?? lines.find(({ text }) => text.toLowerCase().includes(start)) ?? lines[0])?.line ?? 1;
}
