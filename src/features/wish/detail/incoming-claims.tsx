import { View } from '@tarojs/components';
import type { IncomingClaimView, WishDetailView } from '@contract';
import { Avatar } from '@/components/avatar/avatar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { SectionHead } from '@/components/section-head/section-head';
import { StatusTag } from '@/components/status-tag/status-tag';
import { formatMoment } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import './detail.css';

interface IncomingProps {
  readonly wish: WishDetailView;
  readonly onConfirm: (claimId: string) => void;
  readonly onRate: (claimId: string) => void;
}

/** For the poster: who is coming to help, when, and what waits for a word from them. */
export function IncomingClaims({ wish, onConfirm, onRate }: IncomingProps) {
  const shown = wish.incoming.filter((claim) => claim.state !== 'returned' && claim.state !== 'lapsed');
  if (shown.length === 0) return null;
  return (
    <View className="detail-section">
      <SectionHead title={wish.isMine ? '谁来帮您' : '谁在帮'} />
      <View className="detail-incoming">
        {shown.map((claim) => <IncomingCard key={claim.claimId} claim={claim} isMine={wish.isMine} hasManyShares={wish.shares.wanted > 1} onConfirm={onConfirm} onRate={onRate} />)}
      </View>
    </View>
  );
}

function incomingNote(claim: IncomingClaimView, isMine: boolean): string {
  if (claim.isNotReceived) return isMine ? '您说还没收到，社工正在问' : '对方说还没收到';
  if (claim.deliveredAtMs !== null) return `${formatMoment(claim.deliveredAtMs, serverNowMs())} 说送到了`;
  return claim.planText;
}

function IncomingCard({ claim, isMine, hasManyShares, onConfirm, onRate }: { claim: IncomingClaimView; isMine: boolean; hasManyShares: boolean } & Omit<IncomingProps, 'wish'>) {
  const urls = claim.proofPhotos.flatMap((photo) => (photo.url === null ? [] : [photo.url]));
  return (
    <Card>
      <View className="u-row u-gap3">
        <Avatar name={claim.giverName} size={40} />
        <View className="u-grow">
          <View className="u-h3">{claim.giverName}{hasManyShares ? ` · ${claim.shares} 份` : ''}</View>
          <View className="u-sub">{incomingNote(claim, isMine)}</View>
        </View>
        <StatusTag state={claim.state} />
      </View>
      {claim.proofNote !== '' && <View className="u-mid u-mt3">“{claim.proofNote}”</View>}
      {urls.length > 0 && <View className="u-mt3"><PhotoGrid urls={urls} /></View>}
      {claim.canConfirm && <View className="u-mt4"><Button kind="green-tint" onClick={() => onConfirm(claim.claimId)}>{isMine ? '收到没有？说一声' : '替对方说收到没有'}</Button></View>}
      {claim.canRate && <View className="u-mt4"><Button kind="green-tint" icon="star" onClick={() => onRate(claim.claimId)}>说一句感受，15 秒</Button></View>}
    </Card>
  );
}
