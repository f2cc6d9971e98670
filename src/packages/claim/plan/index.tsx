import { ClaimGate } from '@/features/claim/claim-gate';
import { PlanForm } from '@/features/claim/plan-form';
import { goBack } from '@/lib/pages';
import { useSession } from '@/lib/session';
import { toast } from '@/lib/toast';

function done(words: string): void {
  toast(words);
  void goBack();
}

/** 定哪天送 */
export default function PlanClaimPage() {
  const { me } = useSession();
  return (
    <ClaimGate title="定哪天送">
      {(claim, wish) => (me === null ? null : <PlanForm claim={claim} wish={wish} rules={me.rules} onPlanned={done} />)}
    </ClaimGate>
  );
}
