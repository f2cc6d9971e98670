import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { askWords, type HelpWords, helpWords, type IncomingClaimView, type WishDetailView } from '@contract';
import { Avatar } from '@/components/avatar/avatar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { SectionHead } from '@/components/section-head/section-head';
import { StatusTag } from '@/components/status-tag/status-tag';
import { formatMoment } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import './detail.css';

interface IncomingProps {
  readonly wish: WishDetailView;
  readonly onConfirm: (claimId: string) => void;
  readonly onRate: (claimId: string) => void;
  /** Stands among the links: calling each other, and agreeing to the door. */
  readonly contactOf: (claim: IncomingClaimView) => ReactNode;
  /** Bringing it home from the station: how that stands, or the way to ask for it. */
  readonly lastLegOf: (claim: IncomingClaimView) => ReactNode;
}

/** For the poster: who is coming to help, when, and what waits for a word from them. */
export function IncomingClaims({ wish, onConfirm, onRate, contactOf, lastLegOf }: IncomingProps) {
  const shown = wish.incoming.filter((claim) => claim.state !== 'returned' && claim.state !== 'lapsed' && claim.state !== 'cancelled');
  if (shown.length === 0) return null;
  return (
    <View className="detail-section">
      <SectionHead title={wish.isMine ? '谁来帮您' : '谁在帮'} />
      <View className="detail-incoming">
        {shown.map((claim) => <IncomingCard key={claim.claimId} words={helpWords(wish)} claim={claim} wishId={wish.wishId} isMine={wish.isMine} hasManyShares={wish.shares.wanted > 1} onConfirm={onConfirm} onRate={onRate} contactOf={contactOf} lastLegOf={lastLegOf} />)}
      </View>
    </View>
  );
}

/** Then it is confirmed where it is carried, and both are. */
const isCarried = ({ lastLeg }: IncomingClaimView): boolean => lastLeg?.state === 'taken' || lastLeg?.state === 'brought';

function incomingNote(claim: IncomingClaimView, words: HelpWords): string {
  if (claim.isDisputed) return '社区正在两边问，问清楚就告诉您';
  if (claim.deliveredAtMs !== null) return `${formatMoment(claim.deliveredAtMs, serverNowMs())} 说${words.done}`;
  return claim.planText;
}

function IncomingCard({ words, claim, wishId, isMine, hasManyShares, onConfirm, onRate, contactOf, lastLegOf }: { words: HelpWords; claim: IncomingClaimView; wishId: string; isMine: boolean; hasManyShares: boolean } & Omit<IncomingProps, 'wish'>) {
  const urls = claim.proofPhotos.flatMap((photo) => (photo.url === null ? [] : [photo.url]));
  return (
    <Card>
      <View className="u-row u-top u-gap3">
        <Avatar name={claim.giverName} size={40} />
        <View className="u-grow">
          <View className="u-row u-wrap u-between u-gap2">
            <View className="u-h3">{claim.giverName}{hasManyShares ? ` · ${claim.shares} 份` : ''}</View>
            <StatusTag state={claim.state} />
          </View>
          <View className="u-sub u-mt1">{incomingNote(claim, words)}</View>
          {claim.hasRecord && <View className="u-links"><Button kind="text" size="small" block={false} onClick={() => void openPage('giverRecord', { wishId, claimId: claim.claimId })}>邻居们怎么看</Button></View>}
        </View>
      </View>
      {claim.proofNote !== '' && <View className="u-mid u-mt3">“{claim.proofNote}”</View>}
      {urls.length > 0 && <View className="u-mt3"><PhotoGrid urls={urls} /></View>}
      {lastLegOf(claim)}
      {claim.canConfirm && !(isMine && isCarried(claim)) && <View className="u-mt4"><Button kind="green-tint" onClick={() => onConfirm(claim.claimId)}>{isMine ? askWords(words) : `替对方说${words.got}没有`}</Button></View>}
      {claim.canRate && <View className="u-mt4"><Button kind="green-tint" icon="star" onClick={() => onRate(claim.claimId)}>说一句感受，15 秒</Button></View>}
      {isMine && claim.state === 'confirmed' && !claim.canRate && !claim.isDisputed && <View className="u-mt4"><Button kind="text" size="small" onClick={() => void openPage('sayThanks', { wishId, claimId: claim.claimId })}>说声谢谢</Button></View>}
      <HandoverLinks claim={claim} wishId={wishId} contactOf={contactOf} />
    </Card>
  );
}

/** What else may be needed around a handover: the code for it, and a word when something is not right. */
function HandoverLinks({ claim, wishId, contactOf }: { claim: IncomingClaimView; wishId: string } & Pick<IncomingProps, 'contactOf'>) {
  const query = { wishId, claimId: claim.claimId };
  const hasWord = claim.isDisputed || claim.canDispute;
  const hasMet = claim.state === 'planned' || claim.state === 'delivered' || claim.state === 'confirmed';
  if (!claim.canIssueCode && !hasWord && !claim.canContact && !claim.canAgreeHome && !hasMet) return null;
  return (
    <View className="u-links u-mt3">
      {contactOf(claim)}
      {claim.canIssueCode && <Button kind="text" size="small" icon="lock" onClick={() => void openPage('handoverCode', query)}>交接码</Button>}
      {hasWord && <Button kind="text" size="small" onClick={() => void openPage('dispute', query)}>{claim.isDisputed ? '看社区问得怎样' : '有点不对，请社区问问'}</Button>}
      {hasMet && <Button kind="text" size="small" icon="shield" onClick={() => void openPage('safety', query)}>觉得不安全</Button>}
    </View>
  );
}
