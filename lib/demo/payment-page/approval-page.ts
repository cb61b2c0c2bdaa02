import { type Html, html } from '@/lib/demo/html';
import type { ApprovalVisit } from './approvals';
import { frame } from './layout';
import { fill, formatAmount, type Language, wordsIn } from './words';

/** Where the payer's bank asks whether a charge is wanted. */
export function approvalPage(language: Language, { reference, returnUrl }: ApprovalVisit): Html {
  const { approval: words } = wordsIn(language);
  const [, decimal = '', currency = ''] = /_(\d+(?:\.\d+)?)_([A-Z]{3})$/.exec(reference) ?? [];
  const amount = formatAmount(language, decimal, currency);
  const body = html`<div class="card">
<h1>${words.title}</h1>
<p>${words.ask}</p>
<dl class="amount"><dt>${words.amount}</dt><dd>${amount}</dd></dl>
<p>${words.promise}</p>
<form method="post" action="?lang=${language}">
<button type="submit" name="answer" value="approve">${fill(words.approve, { amount })}</button>
<button type="submit" name="answer" value="refuse" class="plain">${words.refuse}</button>
</form>
<p><a href="${returnUrl}">${words.leave}</a></p>
</div>`;
  return frame({ language, title: words.title, body });
}
