import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, SUPPLY_PARTY_LABEL, WISH_CATEGORY_LABEL, type MatchProposalView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Field } from '@/components/field/field';
import { MetaLine } from '@/components/meta-line/meta-line';
import { Notice } from '@/components/notice/notice';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Sheet } from '@/components/sheet/sheet';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { TitleWords } from '@/components/title-words/title-words';
import { formatDeadline, formatWindow } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { useListPage } from '@/lib/use-list-page';
import { PROPOSAL_STALE } from './match-round-words';

/** 适合您的心愿: what a round asks the reader, each with why, until when, and one tap. */
export function ProposalsScreen() {
  const query = useApiQuery('matchProposal.mine', {});
  useListPage(query);
  const proposals = query.data;
  if (proposals === undefined) return query.failure === null ? <SkeletonList kind="wish" count={2} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  if (proposals.length === 0) return <EmptyState scene="branch" title="眼下没有等您回话的" note="社区配好一轮，有适合您的会告诉您，一周最多两次。" link={{ text: '去心愿墙看看', onClick: () => void openPage('wishes') }} />;
  return (
    <View>
      <View className="u-sub">按您登记的资源配的。能来就点“我来”，不行也说一声，好去问别人。</View>
      <View className="u-stack u-mt3">{proposals.map((proposal, index) => <ProposalCard key={proposal.proposalId} proposal={proposal} isFirst={index === 0} />)}</View>
    </View>
  );
}

/** The first has the one filled button of the screen. */
function ProposalCard({ proposal, isFirst }: { proposal: MatchProposalView; isFirst: boolean }) {
  const [isDeclining, setDeclining] = useState(false);
  const { proposalId, wishId, title, category, pictureKey, urgency, areaName, shareNote, shares, supplyTitle, partyKind, partyName, why, answerByMs, windowEndMs, canAnswer } = proposal;
  const accept = useApiCommand('matchProposal.accept', { about: proposalId, invalidates: PROPOSAL_STALE, onDone: () => { toast('接下了，约个时间送去'); void openPage('myClaims'); } });
  const nowMs = serverNowMs();
  return (
    <Card>
      <View className="u-row u-gap3" onClick={() => void openPage('wishDetail', { wishId })}>
        <PictureTile drawing={pictureOf(pictureKey)} />
        <View className="u-grow"><TitleWords text={title} className="u-h3" /><MetaLine className="u-cap u-mt1" parts={[WISH_CATEGORY_LABEL[category], areaName, urgency === 'urgent' ? '急' : '', shares > 1 ? `${String(shares)} 份` : '', shareNote]} /></View>
      </View>
      {why !== '' && <View className="u-mid u-mt3">{why}</View>}
      <MetaLine className="u-cap u-mt1" parts={[partyKind === 'member' ? '' : `${SUPPLY_PARTY_LABEL[partyKind]} ${partyName}`, supplyTitle, formatWindow(windowEndMs, nowMs)]} />
      {accept.failure !== null && <View className="u-mt3"><Notice tone="warn">{accept.failure.message}</Notice></View>}
      {canAnswer ? (
        <View className="u-mt3">
          <Button kind={isFirst ? 'primary' : 'tint'} busy={accept.isBusy} busyText="正在接下…" onClick={() => accept.run({ proposalId })}>我来</Button>
          <View className="u-mt2"><Button kind="text" onClick={() => setDeclining(true)}>这次不行</Button></View>
          <View className="u-cap u-center">{formatDeadline(answerByMs, nowMs)}回话</View>
        </View>
      ) : (
        <View className="u-sub u-mt3">已经有别的邻居接下了，谢谢您。</View>
      )}
      {isDeclining && <DeclineSheet proposalId={proposalId} onClose={() => setDeclining(false)} />}
    </Card>
  );
}

function DeclineSheet({ proposalId, onClose }: { proposalId: string; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const decline = useApiCommand('matchProposal.decline', { about: proposalId, invalidates: PROPOSAL_STALE, onDone: () => { onClose(); toast('知道了，这件去问别人'); } });
  return (
    <Sheet isOpen title="这次不行" onClose={onClose} action={<Button busy={decline.isBusy} busyText="正在记…" onClick={() => decline.run({ proposalId, reason: reason.trim() })}>说一声</Button>}>
      <View className="u-sub">没关系，不影响您。不写原因也行。</View>
      <View className="u-mt3"><Field label="为什么（可不写）" kind="textarea" value={reason} placeholder="比如：这周店里没货" maxLength={LIMITS.noteCharacters} error={decline.failure?.message} onChange={(text) => { decline.clear(); setReason(text); }} /></View>
    </Sheet>
  );
}
