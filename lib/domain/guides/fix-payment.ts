import type { GuideStructure } from './structure';

export const fixPayment = {
  id: 'fix-payment',
  kind: 'task',
  before: [{ id: 'before-you-start' }],
  steps: [
    {
      id: 'find-invoice',
      task: null,
      permissions: [],
      fields: ['invoice'],
      labels: ['fixPayment.choose'],
      ruleBound: false,
      irreversible: false,
      ruleRevision: 1,
    },
    {
      id: 'replace-payment-method',
      task: 'replace-payment-method',
      permissions: ['profile.replace_payment_method'],
      fields: ['paymentMethod'],
      labels: ['replacePaymentMethod.card', 'replacePaymentMethod.review'],
      ruleBound: true,
      irreversible: false,
      ruleRevision: 1,
    },
    {
      id: 'pay-invoice',
      task: 'pay-invoice',
      permissions: ['invoice.pay'],
      fields: ['invoice'],
      labels: ['payInvoice.payNamed', 'payInvoice.approval.approve', 'payInvoice.transferInstead'],
      ruleBound: true,
      irreversible: false,
      ruleRevision: 2,
    },
  ],
  after: [
    { id: 'what-happens-next' },
    { id: 'what-happens-when' },
    { id: 'when-the-bank-acts' },
    { id: 'bank-transfer' },
    { id: 'when-it-does-not-work' },
  ],
} as const satisfies GuideStructure;
