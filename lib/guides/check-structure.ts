import { type GuideStructure, isStep, listParts } from '@/lib/domain/guides/structure';
import type { Fault, FaultCode } from './fault';
import type { ParsedGuide } from './parse';
import { LEAD } from './staleness';

/** Holds a file against its structure: every part once, in order, of its kind. */
export function checkStructure(guide: ParsedGuide, structure: GuideStructure): readonly Fault[] {
  const faults: Fault[] = [];
  const report = (line: number, code: FaultCode, message: string) =>
    faults.push({ file: guide.file, line, code, message });
  const expected = listParts(structure);
  const seen = new Set<string>();
  for (const part of guide.parts) {
    const known = expected.find(({ id }) => id === part.id);
    const kind = known && (isStep(known) ? 'step' : 'section');
    if (!known) report(part.line, 'part-extra', `${structure.id} has no ${part.kind} ${part.id}`);
    else if (kind !== part.kind) report(part.line, 'part-extra', `${part.id} is a ${kind}, not a ${part.kind}`);
    else if (seen.has(part.id)) report(part.line, 'part-extra', `${part.id} is there twice`);
    seen.add(part.id);
  }
  if (!guide.frontMatter?.partial) {
    for (const [index, part] of expected.entries()) {
      if (seen.has(part.id)) continue;
      const before = expected.slice(0, index).findLast(({ id }) => seen.has(id));
      const line = guide.parts.find(({ id }) => id === before?.id)?.line ?? 1;
      report(line, 'part-missing', `${part.id} is missing${before ? ` after ${before.id}` : ' at the beginning'}`);
    }
  }
  const present = guide.parts.filter(({ id }) => expected.some((part) => part.id === id));
  const inOrder = expected.filter(({ id }) => seen.has(id));
  const wrong = present.find((part, index) => inOrder[index] && inOrder[index].id !== part.id);
  if (wrong && present.length === inOrder.length) {
    report(
      wrong.line,
      'part-order',
      `${wrong.id} is out of order; the order is ${expected.map(({ id }) => id).join(', ')}`,
    );
  }
  const recorded = [...Object.keys(guide.frontMatter?.steps ?? {}), ...Object.keys(guide.frontMatter?.trivial ?? {})];
  for (const id of recorded) {
    if (id === LEAD || expected.some((part) => part.id === id)) continue;
    report(1, 'part-extra', `the front matter records ${id}, which ${structure.id} does not have`);
  }
  return faults;
}
