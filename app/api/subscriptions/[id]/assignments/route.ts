import { assignmentReport } from '@/lib/fulfilment/requests';
import { reportAssigned } from '@/lib/server/life/report-assigned';
import { subscriptionCall } from '@/lib/server/publisher-call';

/** Our own addition to the protocol, outside of its addresses: how many licenses the publisher has assigned to users. */
export const POST = subscriptionCall({
  input: assignmentReport,
  run: async ({ scope, subscription, input: { assignedQuantity }, now }) => {
    const reported = await reportAssigned(scope, { subscriptionId: subscription.id, assignedQuantity, now });
    if (reported.ok) return Response.json({ assignedQuantity: reported.value });
    switch (reported.refusal) {
      case 'invalid_transition':
        return 'not_in_use';
      case 'stale':
        return 'busy';
      default:
        return reported.refusal;
    }
  },
});
