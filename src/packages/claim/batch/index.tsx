import { useState } from 'react';
import type { ClaimBatchView, MeView } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Screen } from '@/components/screen/screen';
import { useBasket } from '@/features/claim/batch-basket';
import { BatchConfirm } from '@/features/claim/batch-confirm';
import { BatchResult } from '@/features/claim/batch-result';
import { MemberGate } from '@/features/home/member-gate';
import { openPage } from '@/lib/pages';

/** 一起认领: one confirmation for all that is ticked on the wall, then what became of each. */
export default function ClaimBatchPage() {
  return <MemberGate title="一起认领" about="先加入您的社区，就能帮邻居一把。" back="wishes">{(me) => <ClaimBatch me={me} />}</MemberGate>;
}

const toWall = (): void => void openPage('wishes');

function ClaimBatch({ me }: { me: MeView }) {
  const { picks, clear } = useBasket();
  const [batch, setBatch] = useState<ClaimBatchView | null>(null);
  if (batch !== null) {
    return (
      <BatchResult
        batch={batch}
        onPlan={(item) => void openPage('planClaim', { wishId: item.wishId, claimId: item.claimId ?? undefined })}
        onMine={() => void openPage('myClaims')}
        onWall={toWall}
      />
    );
  }
  if (picks.length === 0) return <Screen title="一起认领"><EmptyState scene="basket" title="还没有选心愿" note="在心愿墙点“多选”，选好几个一起认领" action={<Button onClick={toWall}>去心愿墙选</Button>} /></Screen>;
  return <BatchConfirm me={me} onClaimed={(claimed) => { setBatch(claimed); if (claimed.outcome !== 'none') clear(); }} />;
}
