import { ClaimGate } from '@/features/claim/claim-gate';
import { DeliverForm } from '@/features/claim/deliver-form';
import { MemberGate } from '@/features/home/member-gate';
import { goBack } from '@/lib/pages';
import { toast } from '@/lib/toast';

function done(): void {
  toast('已经告诉对方了，等对方说一声');
  void goBack();
}

/** 送到了 */
export default function DeliverClaimPage() {
  return (
    <MemberGate title="送到了" about="先加入您的社区，再来办这件事。" back="myClaims">
      {(me) => <ClaimGate title="送到了">{(claim) => <DeliverForm claim={claim} rules={me.rules} onDelivered={done} />}</ClaimGate>}
    </MemberGate>
  );
}
