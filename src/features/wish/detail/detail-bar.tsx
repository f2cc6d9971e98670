import type { WishDetailView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { IconButton } from '@/components/icon-button/icon-button';

export interface DetailActs {
  readonly onClaim: () => void;
  readonly onPlan: () => void;
  readonly onDeliver: () => void;
  readonly onMyClaims: () => void;
  readonly onConfirm: (claimId: string) => void;
}

/** The one act that fits this reader and this moment, and the way to pass the wish on. */
export function DetailBar({ wish, acts }: { wish: WishDetailView; acts: DetailActs }) {
  return (
    <BottomBar aside={wish.state === 'open' ? <IconButton icon="share" label="转给群" showLabel openType="share" /> : undefined}>
      <DetailButton wish={wish} acts={acts} />
    </BottomBar>
  );
}

function DetailButton({ wish, acts }: { wish: WishDetailView; acts: DetailActs }) {
  const waiting = wish.incoming.find((claim) => claim.canConfirm);
  if (waiting !== undefined) return <Button kind="green" onClick={() => acts.onConfirm(waiting.claimId)}>收到没有？说一声</Button>;
  switch (wish.myClaim?.nextStep) {
    case 'plan':
      return <Button onClick={acts.onPlan}>定哪天送</Button>;
    case 'deliver':
      return <Button onClick={acts.onDeliver}>送到了，说一声</Button>;
    case 'wait':
      return <Button kind="secondary" onClick={acts.onMyClaims}>等对方确认</Button>;
    default:
      break;
  }
  const { left, wanted } = wish.shares;
  const canClaim = wish.claimRefusal === null && wish.state === 'open' && left > 0;
  return (
    <Button disabled={!canClaim} reason={refusalWords(wish)} onClick={acts.onClaim}>
      {wanted > 1 ? `认领 · 还差 ${left} 份` : '认领，我来办'}
    </Button>
  );
}

/** Short enough for a button; the whole sentence stands above it. */
function refusalWords(wish: WishDetailView): string {
  if (wish.isMine) return wish.state === 'open' ? '等邻居来认领' : '这是您发的心愿';
  if (wish.state === 'open' && wish.shares.left === 0) return '已经都有人认了';
  return wish.state === 'open' ? '现在还不能认领' : '现在不用认领';
}
