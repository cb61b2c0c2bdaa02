import { LineCounter, parseDocument } from 'yaml';
import type { Fault, FaultCode } from './fault';
import { findText, uiFile } from './files';
import { findForbiddenWord } from './glossary';
import { flattenUi, listArguments, readUiTree } from './ui-messages';

/** A ui.json with the place of each key. JSON is YAML, whose parser knows where it read what. */
export function readUi(
  root: string,
  locale: string,
): { messages: ReadonlyMap<string, string>; faults: readonly Fault[]; lineOf: (key: string) => number } {
  const file = uiFile(root, locale);
  const text = findText(file) ?? '';
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (key: string): number => {
    for (let path = key.split('.'); path.length > 0; path = path.slice(0, -1)) {
      const node: unknown = document.getIn(path, true);
      const range = node && typeof node === 'object' && 'range' in node ? node.range : undefined;
      if (Array.isArray(range) && typeof range[0] === 'number') return lines.linePos(range[0]).line;
    }
    return 1;
  };
  const [error] = document.errors;
  if (error) {
    const fault: Fault = {
      file,
      line: lines.linePos(error.pos[0]).line,
      code: 'ui-syntax',
      message: error.message.split('\n')[0] ?? '',
    };
    return { messages: new Map(), faults: [fault], lineOf };
  }
  const messages = flattenUi(readUiTree(root, locale));
  const faults = [...messages].flatMap(([key, message]): Fault[] => {
    const problem = findIcuProblem(message);
    return problem ? [{ file, line: lineOf(key), code: 'ui-syntax', message: `${key}: ${problem}` }] : [];
  });
  return { messages, faults, lineOf };
}

/** What a locale's labels must share with the source: every key, no other, and the same arguments. */
export function checkUi(
  root: string,
  locale: string,
  sourceLocale: string,
  forbiddenWords: readonly string[],
): readonly Fault[] {
  const source = readUi(root, sourceLocale);
  const own = readUi(root, locale);
  const faults = [...own.faults];
  if (source.faults.length > 0 || own.faults.length > 0) return faults;
  const report = (key: string, code: FaultCode, message: string) =>
    faults.push({ file: uiFile(root, locale), line: own.lineOf(key), code, message });
  for (const [key, message] of source.messages) {
    const translated = own.messages.get(key);
    if (translated === undefined) report(key, 'ui-missing', `${key} is missing`);
    else if (listArguments(message).join() !== listArguments(translated).join()) {
      report(
        key,
        'ui-arguments',
        `${key} takes (${listArguments(message)}) in ${sourceLocale}, here (${listArguments(translated)})`,
      );
    }
  }
  for (const [key, message] of own.messages) {
    if (!source.messages.has(key)) report(key, 'ui-extra', `${sourceLocale} has no ${key}`);
    const word = findForbiddenWord(message, forbiddenWords);
    if (word) report(key, 'word-forbidden', `${key}: "${word}" is not our word: see the glossary`);
  }
  return faults;
}

function findIcuProblem(message: string): string | undefined {
  try {
    listArguments(message);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
