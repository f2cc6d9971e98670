import { ClaimGate } from '@/features/claim/claim-gate';
import { PlanForm } from '@/features/claim/plan-form';
import { MemberGate } from '@/features/home/member-gate';
import { goBack } from '@/lib/pages';
import { toast } from '@/lib/toast';

function done(words: string): void {
  toast(words);
  void goBack();
}

/** 定哪天送 */
export default function PlanClaimPage() {
  return (
    <MemberGate title="定哪天送" about="先加入您的社区，再来办这件事。" back="myClaims">
      {(me) => <ClaimGate title="定哪天送">{(claim, wish) => <PlanForm claim={claim} wish={wish} rules={me.rules} onPlanned={done} />}</ClaimGate>}
    </MemberGate>
  );
}
