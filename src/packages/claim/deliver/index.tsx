import { ClaimGate } from '@/features/claim/claim-gate';
import { DeliverForm } from '@/features/claim/deliver-form';
import { goBack } from '@/lib/pages';
import { useSession } from '@/lib/session';
import { toast } from '@/lib/toast';

function done(): void {
  toast('已经告诉对方了，等对方说一声收到');
  void goBack();
}

/** 送到了 */
export default function DeliverClaimPage() {
  const { me } = useSession();
  return <ClaimGate title="送到了">{(claim) => (me === null ? null : <DeliverForm claim={claim} rules={me.rules} onDelivered={done} />)}</ClaimGate>;
}
