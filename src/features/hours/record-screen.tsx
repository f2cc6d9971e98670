import { View } from '@tarojs/components';
import { SERVICE_SOURCE_LABEL, type ServiceRecordView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { KeyValue } from '@/components/key-value/key-value';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { SectionHead } from '@/components/section-head/section-head';
import { Tag } from '@/components/tag/tag';
import { callPhone } from '@/lib/call-phone';
import { formatMinutes, formatMoment } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { amountText, nextText, spanText, stateTag } from './hours-words';
import { RecordActs } from './record-acts';
import './hours.css';

interface RecordScreenProps {
  readonly record: ServiceRecordView;
  readonly onOpenRecord: (recordId: string) => void;
}

/** One record: how long, why, who wrote it down, what was changed, and what to do when it is not right. */
export function RecordScreen({ record, onOpenRecord }: RecordScreenProps) {
  const nowMs = serverNowMs();
  const isOwn = record.reader === 'self';
  return (
    <View>
      {record.canAnswer && <View className="u-mt2"><Notice tone="info" title={`${record.memberName}说，那天您也在`}>是这样就点“是的，我在”，这段时间就记到 TA 名下。不是，也请说一声。</Notice></View>}
      <View className="u-title u-mt4 u-break">{record.title}</View>
      {!isOwn && <View className="u-body u-mt1">{record.memberName}</View>}
      <View className="u-display u-mt2">{amountText(record)}</View>
      <View className="u-mid u-ink2 u-mt1">{spanText(record, nowMs)}</View>
      <View className="u-stack u-mt4">
        <State record={record} />
        {record.clashesWith.length > 0 && <Card className="hrs-list">{record.clashesWith.map((other) => <LinkRow key={other.recordId} icon="clock" note={spanText(other, nowMs)} onClick={() => onOpenRecord(other.recordId)}>{other.title}</LinkRow>)}</Card>}
        <Ask record={record} />
      </View>
      <View className="u-mt4"><KeyValue rows={factsOf(record, nowMs)} /></View>
      <RecordActs record={record} />
      <Changes record={record} />
      {record.reader !== 'second' && <View className="u-mt5"><Button kind="secondary" icon="phone" onClick={() => callPhone(record.dutyPhone)}>打社区电话 <View className="u-phrase">{record.dutyPhone}</View></Button></View>}
    </View>
  );
}

/** Whether it counts, why not, and what comes next. */
function State({ record }: { record: ServiceRecordView }) {
  const tag = stateTag(record);
  const next = nextText(record, serverNowMs());
  if (tag === null) return <Notice tone="good">{record.whyNotCounted === null ? '记上了，全都算。' : `算 ${formatMinutes(record.countedMinutes)}。${record.whyNotCounted}`}</Notice>;
  return (
    <>
      <View className="u-row"><Tag tone={tag.tone}>{tag.text}</Tag></View>
      {(record.whyNotCounted !== null || record.endNote !== '' || next !== '') && (
        <Notice tone={record.state === 'clashing' ? 'accent' : 'info'}>
          {record.whyNotCounted !== null && !record.canAnswer && <View>{record.whyNotCounted}</View>}
          {record.endNote !== '' && <View className="u-break">“{record.endNote}”</View>}
          {next !== '' && <View className="u-mt1">{next}</View>}
        </Notice>
      )}
    </>
  );
}

function Ask({ record }: { record: ServiceRecordView }) {
  const { ask, reader } = record;
  if (ask === null) return null;
  return (
    <Card tone="sunk">
      <View className="u-h3">{reader === 'self' ? '您说这条不对' : 'TA 说这条不对'}</View>
      <View className="u-body u-mt2 u-break u-hang">“{ask.words}”</View>
      <View className="u-cap u-mt1">{formatMoment(ask.atMs, serverNowMs())}</View>
      <View className="u-mid u-mt2 u-break">{ask.state === 'open' ? (reader === 'self' ? '正在核对，有回音会告诉您。' : '请核对：改时间，或者不改，都回 TA 一句。') : `回音：${ask.answer}`}</View>
    </Card>
  );
}

const factsOf = (record: ServiceRecordView, nowMs: number): readonly { readonly label: string; readonly value: string }[] => [
  { label: '谁组织', value: record.organiserName },
  { label: '谁记的', value: `${record.recordedByName}，${SERVICE_SOURCE_LABEL[record.source]}` },
  { label: '什么时候记', value: formatMoment(record.recordedAtMs, nowMs) },
  ...(record.placeText === '' ? [] : [{ label: '在哪儿', value: record.placeText }]),
  ...(record.reason === '' ? [] : [{ label: '为什么补', value: record.reason }]),
  ...(record.secondName === null ? [] : [{ label: '谁也在场', value: record.secondName }]),
];

/** What was changed, by whom and why; what stood before is kept. */
function Changes({ record }: { record: ServiceRecordView }) {
  const nowMs = serverNowMs();
  if (record.changes.length === 0) return null;
  return (
    <View>
      <SectionHead title="改过的" />
      <Card>
        {record.changes.map((change) => (
          <View key={change.atMs} className="hrs-row">
            <View className="u-grow">
              <View className="u-mid u-bold">{formatMoment(change.atMs, nowMs)} {change.byName}改的</View>
              <View className="u-sub u-mt1">原来是 {spanText(change, nowMs)}</View>
              <View className="u-sub u-mt1 u-break">{change.why}</View>
            </View>
          </View>
        ))}
      </Card>
    </View>
  );
}
