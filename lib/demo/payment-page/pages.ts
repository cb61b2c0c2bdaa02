import { type Html, html } from '@/lib/demo/html';
import type { CardFault, CardFaults, CardField } from './card-input';
import { inGroups, TEST_CARDS } from './cards';
import { frame } from './layout';
import type { SetupSession } from './sessions';
import { fill, type Language, type Words, wordsIn } from './words';

/** What stays of a form that was refused: never the number, nor the code. */
export type Kept = { readonly expiry: string; readonly name: string };

type CardPage = {
  readonly language: Language;
  readonly session: SetupSession;
  readonly faults: CardFaults;
  readonly kept: Kept;
};

/** The form for one card. */
export function cardPage({ language, session, faults, kept }: CardPage): Html {
  const words = wordsIn(language);
  const field = (name: CardField, rest: Omit<Field, 'name' | 'label' | 'fault'>) =>
    fieldOf(words, { ...rest, name, label: words[name], fault: faults[name] });
  const body = html`<div class="card">
<h1>${words.title}</h1>
<p class="payer">${fill(words.payer, { payer: session.payer })}</p>
<p>${words.promise}</p>
${summary(words, faults)}
<form method="post" action="?lang=${language}" novalidate>
${field('number', { autocomplete: 'cc-number', isNumeric: true })}
<div class="row">
${field('expiry', { autocomplete: 'cc-exp', hint: words.expiryHint, value: kept.expiry, isNumeric: true })}
${field('cvc', { autocomplete: 'cc-csc', hint: words.cvcHint, isNumeric: true })}
</div>
${field('name', { autocomplete: 'cc-name', value: kept.name })}
<button type="submit">${words.submit}</button>
</form>
<p><a href="${session.cancelUrl}">${words.cancel}</a></p>
<p class="quiet">${words.privacy}</p>
</div>
${testCards(words)}`;
  return frame({ language, title: words.title, body });
}

export function problemPage(language: Language, problem: keyof Words['problems']): Html {
  const { title, text } = wordsIn(language).problems[problem];
  return frame({ language, title, body: html`<div class="card"><h1>${title}</h1><p>${text}</p></div>` });
}

type Field = {
  readonly name: CardField;
  readonly label: string;
  readonly autocomplete: string;
  readonly hint?: string;
  readonly value?: string;
  readonly isNumeric?: boolean;
  readonly fault: CardFault | undefined;
};

function fieldOf(words: Words, { name, label, autocomplete, hint, value = '', isNumeric = false, fault }: Field): Html {
  const described = [fault ? `${name}-error` : '', hint ? `${name}-hint` : ''].filter(Boolean).join(' ');
  return html`<div class="field${fault ? ' wrong' : ''}">
<label for="${name}">${label}</label>
${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : undefined}
${fault ? html`<p class="error" id="${name}-error">${words.errors[fault]}</p>` : undefined}
<input id="${name}" name="${name}" value="${value}" autocomplete="${autocomplete}" inputmode="${isNumeric ? 'numeric' : 'text'}"
 aria-describedby="${described}"${fault ? html` aria-invalid="true"` : undefined}>
</div>`;
}

function summary(words: Words, faults: CardFaults): Html | undefined {
  const all = Object.entries(faults);
  if (all.length === 0) return undefined;
  return html`<div class="summary" role="alert">
<h2>${words.errorsTitle}</h2>
<ul>${all.map(([name, fault]) => html`<li><a href="#${name}">${words.errors[fault]}</a></li>`)}</ul>
</div>`;
}

function testCards(words: Words): Html {
  return html`<section class="tests" aria-labelledby="tests">
<h2 id="tests">${words.testTitle}</h2>
<p>${words.testHint}</p>
<table>
<thead><tr><th scope="col">${words.testNumber}</th><th scope="col">${words.testShows}</th></tr></thead>
<tbody>
${TEST_CARDS.map(
  ({ number, brand, shows }) =>
    html`<tr><td><span class="digits">${inGroups(number)}</span> <span class="quiet">${brand}</span></td><td>${words.shows[shows]}</td></tr>`,
)}
</tbody>
</table>
</section>`;
}
