import { View } from '@tarojs/components';
import { LANE_STATE_LABEL, type LaneRecordView, type LaneView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { KeyValue } from '@/components/key-value/key-value';
import { LaneBadge } from '@/components/lane-badge/lane-badge';
import { Notice } from '@/components/notice/notice';
import { Tag } from '@/components/tag/tag';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { collectorWords, LANE_WHAT, missingWords, standsWords } from './lane-words';

interface LaneCardProps {
  readonly view: LaneView;
  readonly onRecord: () => void;
  readonly onClose: () => void;
}

/** One lane at a node: whether it is open, on what ground, what is missing, and what an administrator may do. */
export function LaneCard({ view, onRecord, onClose }: LaneCardProps) {
  return (
    <Card>
      <View className="u-row u-wrap u-gap2"><LaneBadge lane={view.lane} /><Tag tone={view.isOpen ? 'green' : 'plain'} icon={view.isOpen ? 'check' : 'close'}>{standsWords(view)}</Tag></View>
      <View className="u-sub u-mt2">{LANE_WHAT[view.lane]}</View>
      {missingWords(view).map((words) => <View key={words} className="u-mt3"><Notice tone={view.missing.includes('second') ? 'accent' : 'warn'}>{words}</Notice></View>)}
      {view.record !== null && <RecordFacts title="现在照这个办" view={view} record={view.record} />}
      {view.proposed !== null && <RecordFacts title="等确认的" view={view} record={view.proposed} />}
      {view.canConfirm && <ConfirmLane view={view} />}
      {view.proposed !== null && !view.canConfirm && <View className="u-sub u-mt2">自己登记的不能自己确认，请另一位管理员打开这一页。</View>}
      <View className="u-row u-wrap u-gap2 u-mt3">
        {view.canRecord && <Button kind="secondary" size="small" onClick={onRecord}>{view.record === null && view.proposed === null ? '登记依据' : '重新登记'}</Button>}
        {view.canClose && <Button kind="text" size="small" onClick={onClose}>关掉</Button>}
      </View>
      <History view={view} />
    </Card>
  );
}

function RecordFacts({ title, view, record }: { title: string; view: LaneView; record: LaneRecordView }) {
  const nowMs = serverNowMs();
  const rows = [
    { label: '依据', value: record.groundText },
    { label: '文件', value: record.documentNo },
    { label: '律师', value: `${formatDate(record.lawyerCheckedAtMs, nowMs)}看过` },
    { label: '负责', value: record.responsibleName },
    ...(view.lane === 'linked' ? [] : [{ label: '收款', value: collectorWords(record.collector) }]),
    ...(record.accountingAgent === null ? [] : [{ label: '记账', value: `${record.accountingAgent.name}（街道）` }]),
    { label: '登记', value: `${record.recordedByName}，${formatDate(record.recordedAtMs, nowMs)}` },
    ...(record.confirmedByName === null || record.confirmedAtMs === null ? [] : [{ label: '确认', value: `${record.confirmedByName}，${formatDate(record.confirmedAtMs, nowMs)}` }]),
  ];
  return <View className="u-mt4"><View className="u-mid u-bold">{title}</View><KeyValue rows={rows} /></View>;
}

function ConfirmLane({ view: { areaId, lane, version } }: { view: LaneView }) {
  const confirm = useApiCommand('lane.confirm', { about: `${areaId}.${lane}.${String(version)}`, invalidates: ['lane.list'] });
  return (
    <View className="u-mt3">
      <Button kind="green" busy={confirm.isBusy} onClick={() => confirm.run({ areaId, lane, version })}>一条条对过了，确认开通</Button>
      {confirm.failure !== null && <View className="u-mt2"><Notice tone="accent">{confirm.failure.message}</Notice></View>}
    </View>
  );
}

const STEP_WORDS = { recorded: '登记', confirmed: '确认', closed: LANE_STATE_LABEL.closed } as const;

function History({ view: { history } }: { view: LaneView }) {
  if (history.length === 0) return null;
  return (
    <View className="u-mt3">
      {history.slice(0, 5).map((step) => <View key={`${String(step.atMs)}${step.kind}`} className="u-cap u-break">{formatDate(step.atMs, serverNowMs())} {step.byName}{STEP_WORDS[step.kind]}：{step.note}</View>)}
    </View>
  );
}
