import type { ReactNode } from 'react';
import { askWords, helpWords, type IncomingClaimView, type WishDetailView } from '@contract';
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

/** The one act that fits this reader and this moment, and the way to pass the wish on; no bar where nothing is to be done. */
export function DetailBar({ wish, acts }: { wish: WishDetailView; acts: DetailActs }) {
  const button = detailButton(wish, acts);
  // The last leg of a gift is for the neighbours of its community, not for a group chat.
  const canShare = wish.state === 'open' && !wish.isErrand;
  if (button === null && canShare) {
    return <BottomBar><Button kind="secondary" icon="share" openType="share">转到群里，请邻居看看</Button></BottomBar>;
  }
  if (button === null) return null;
  return <BottomBar aside={canShare ? <IconButton icon="share" label="转给群" showLabel openType="share" /> : undefined}>{button}</BottomBar>;
}

/** Is there anything at the foot of the page? Then the page keeps room for it. */
export const hasDetailBar = (wish: WishDetailView, acts: DetailActs): boolean => (wish.state === 'open' && !wish.isErrand) || detailButton(wish, acts) !== null;

/** Somebody is asked to bring it home: saying too early that it came would call them off. */
const isLegLive = ({ lastLeg }: Pick<IncomingClaimView, 'lastLeg'>): boolean => lastLeg !== null && (lastLeg.state === 'asked' || lastLeg.state === 'taken' || lastLeg.state === 'brought');

function detailButton(wish: WishDetailView, acts: DetailActs): ReactNode {
  const words = helpWords(wish);
  const waiting = wish.incoming.find((claim) => claim.canConfirm && !isLegLive(claim));
  if (waiting !== undefined) return <Button kind="green" onClick={() => acts.onConfirm(waiting.claimId)}>{wish.isMine ? askWords(words) : `替对方说${words.got}没有`}</Button>;
  switch (wish.myClaim?.nextStep) {
    case 'plan':
      return <Button onClick={acts.onPlan}>定{words.when}</Button>;
    case 'deliver':
      return <Button onClick={acts.onDeliver}>{words.done}，说一声</Button>;
    case 'wait':
      return <Button kind="secondary" onClick={acts.onMyClaims}>等对方确认</Button>;
    default:
      break;
  }
  if (wish.isMine || wish.state !== 'open') return null;
  const { left, wanted } = wish.shares;
  const canClaim = wish.claimRefusal === null && left > 0;
  return (
    <Button disabled={!canClaim} reason={left === 0 ? '已经都有人认了' : '现在还不能认领'} onClick={acts.onClaim}>
      {wanted > 1 ? `认领 · 还差 ${left} 份` : wish.isErrand ? '我顺路，我来捎' : '认领，我来办'}
    </Button>
  );
}
