import { View } from '@tarojs/components';
import { useState } from 'react';
import { DISPUTE_KIND_LABEL, DISPUTE_OUTCOME_LABEL, type DisputeFactsView, type DisputeView, type PhotoView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { Timeline } from '@/components/timeline/timeline';
import { callPhone } from '@/lib/call-phone';
import { formatDeadline, formatShortDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { DecideForm } from './decide-form';
import { DisputeHead } from './dispute-head';
import { DisputeReach } from './dispute-reach';
import { OpenDisputeForm } from './open-dispute-form';
import { DISPUTE_STALE } from './dispute-stale';
import './handover.css';

/** One claim about which something is not as it should be: the same page for both sides and for staff. */
export function DisputeScreen({ view }: { view: DisputeView }) {
  const [isOpening, setOpening] = useState(view.dispute === null && view.openKinds.length > 0 && view.reader !== 'staff');
  const [isDeciding, setDeciding] = useState(false);
  if (isOpening && view.openKinds.length > 0) return <OpenDisputeForm view={view} onDone={() => setOpening(false)} />;
  if (isDeciding && view.outcomes.length > 0) return <DecideForm view={view} onDone={() => setDeciding(false)} />;
  return (
    <Screen title="社区问一问">
      <DisputeHead view={view} />
      {view.dispute !== null && <Said dispute={view.dispute} />}
      {view.dispute?.state === 'open' && view.reader !== 'staff' && <WaitNotice view={view} dispute={view.dispute} />}
      {view.canReach && <DisputeReach view={view} />}
      <SectionHead title="前前后后" />
      <Timeline steps={view.timeline.map((step, index) => ({ key: String(index), dateText: step.atMs === null ? '' : step.phase === 'now' ? '现在' : formatShortDate(step.atMs, serverNowMs()), title: step.title, note: step.note, state: step.phase }))} />
      <View className="u-mt5"><Photos title="办好时拍的" photos={view.proofPhotos} /></View>
      <View className="u-stack u-mt6">
        {view.outcomes.length > 0 && <Button onClick={() => setDeciding(true)}>两边问过了，写下结果</Button>}
        {view.openKinds.length > 0 && <Button kind="secondary" onClick={() => setOpening(true)}>{view.reader === 'staff' ? '替收的人说一句' : '还有话要说'}</Button>}
        {view.canWithdraw && <Withdraw view={view} />}
        {view.reader !== 'staff' && <Button kind="secondary" icon="phone" onClick={() => callPhone(view.dutyPhone)}>打社区电话 <View className="u-phrase">{view.dutyPhone}</View></Button>}
      </View>
    </Screen>
  );
}

const OPENER = { giver: '送的人', recipient: '收的人' } as const;

/** What was said, and what was found. */
function Said({ dispute }: { dispute: DisputeFactsView }) {
  return (
    <View className="u-stack u-mt5">
      <View className="ho-said">
        <View className="u-bold">{OPENER[dispute.openedBy]}说：{DISPUTE_KIND_LABEL[dispute.kind]}</View>
        <View className="u-mid u-mt1">{dispute.note}</View>
        <Photos title="" photos={dispute.photos} />
      </View>
      {dispute.outcome !== null && (
        <View className="ho-verdict">
          <View className="u-bold">社区问清楚了：{DISPUTE_OUTCOME_LABEL[dispute.outcome]}</View>
          <View className="u-mid u-mt1">{dispute.outcomeNote}</View>
          <Photos title="" photos={dispute.outcomePhotos} />
        </View>
      )}
    </View>
  );
}

function WaitNotice({ view, dispute }: { view: DisputeView; dispute: DisputeFactsView }) {
  const mine = view.canWithdraw ? '您说的社区收到了' : '先不用着急';
  return (
    <View className="u-mt4">
      <Notice tone="accent" title={mine}>{dispute.isEscalated ? '社区没按时答复，街道也在看了。' : `${formatDeadline(dispute.dueAtMs, serverNowMs())}答复。`}这段时间日子不往前走，谁也不会算超时。</Notice>
    </View>
  );
}

function Photos({ title, photos }: { title: string; photos: readonly PhotoView[] }) {
  const urls = photos.flatMap((photo) => (photo.url === null ? [] : [photo.url]));
  const hidden = photos.length - urls.length;
  if (photos.length === 0) return null;
  return (
    <View className="u-mt3">
      {title !== '' && <View className="u-h3">{title}</View>}
      {urls.length > 0 && <View className="u-mt2"><PhotoGrid urls={urls} /></View>}
      {hidden > 0 && <View className="u-cap u-mt1">{hidden} 张照片还在检查，检查好了才看得到</View>}
    </View>
  );
}

/** It was found, or the two have settled it. */
function Withdraw({ view }: { view: DisputeView }) {
  const withdraw = useApiCommand('dispute.withdraw', { about: view.claimId, invalidates: DISPUTE_STALE });
  return (
    <View>
      <Button kind="secondary" busy={withdraw.isBusy} busyText="正在收回…" onClick={() => withdraw.run({ wishId: view.wishId, claimId: view.claimId })}>没事了，说开了</Button>
      {withdraw.failure !== null && <View className="u-mt3"><Notice tone="warn">{withdraw.failure.message}</Notice></View>}
    </View>
  );
}
