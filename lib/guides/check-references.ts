import { isRegionName } from '@/lib/domain/guides/regions';
import type { SectionStructure } from '@/lib/domain/guides/structure';
import type { Fault, FaultCode } from './fault';
import { findTerm, type Glossary } from './glossary';
import { type ParsedPart, walkLines } from './parse';
import { findGuideLink, listRegions, textAttribute } from './schema';
import { findLabelText } from './ui-messages';

export type ReferenceRules = {
  readonly locale: string;
  readonly guideId: string;
  readonly messages: ReadonlyMap<string, string>;
  readonly glossary: Glossary;
  readonly valueNames: readonly string[];
  /** Anchors by guide id. A guide that is not in the map has no page. */
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Every reference must lead somewhere: labels, values, terms, regions, guides and anchors. */
export function checkReferences(
  file: string,
  part: ParsedPart,
  structure: SectionStructure,
  rules: ReferenceRules,
): readonly Fault[] {
  const faults: Fault[] = [];
  for (const { node, line } of walkLines(part.node)) {
    const report = (code: FaultCode, message: string) => faults.push({ file, line, code, message });
    const name = textAttribute(node, 'primary');
    if (node.tag === 'label') {
      if (!rules.messages.has(name)) report('label-unknown', `no label is called ${name}`);
      else if (findLabelText(rules.messages, name) === undefined) {
        report('label-arguments', `${name} takes arguments and has no variant ${name}Named for prose`);
      } else if (!structure.labels?.includes(name)) {
        report('label-undeclared', `${part.id} does not list ${name} in its structure`);
      }
    }
    if (node.tag === 'value' && !rules.valueNames.includes(name))
      report('placeholder-unknown', `no value is called ${name}`);
    if (node.tag === 'term') {
      const form = textAttribute(node, 'form') || undefined;
      if (findTerm(rules.glossary, rules.locale, name, form) === undefined) {
        report(
          'term-unknown',
          `the glossary has no ${name}${form ? ` with the form ${form}` : ''} for ${rules.locale}`,
        );
      }
    }
    if (node.tag === 'only') {
      for (const region of listRegions(node))
        if (!isRegionName(region)) report('region-unknown', `no region is called ${region}`);
    }
    if (node.type === 'link') checkLink(textAttribute(node, 'href'), rules, report);
  }
  return faults;
}

function checkLink(href: string, rules: ReferenceRules, report: (code: FaultCode, message: string) => void): void {
  if (/^https:\/\/[^\s]+$/.test(href)) return;
  const target = href.startsWith('#') ? { guide: rules.guideId, anchor: href.slice(1) } : findGuideLink(href);
  const anchors = target && rules.anchors.get(target.guide);
  if (!anchors) {
    report('link-dead', `${href} leads nowhere: write guide:<id>#<step>, #<step> or https://…`);
  } else if (target.anchor !== undefined && !anchors.has(target.anchor)) {
    report('anchor-dead', `${target.guide} has no section, step or heading ${target.anchor}`);
  }
}
