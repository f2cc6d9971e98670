import { View } from '@tarojs/components';
import type { ServiceRecordView } from '@contract';
import { Card } from '@/components/card/card';
import { Tag } from '@/components/tag/tag';
import { aria } from '@/lib/aria';
import { serverNowMs } from '@/lib/server-clock';
import { amountText, spanText, stateTag } from './hours-words';
import './hours.css';

interface RecordRowProps {
  readonly record: ServiceRecordView;
  /** Whose hours they are stands above; left out on one's own list. */
  readonly isNamed?: boolean;
  readonly onOpen: () => void;
}

/** One record on a list: what, when, how long; and why it does not count, where it does not. */
export function RecordRow({ record, isNamed = false, onOpen }: RecordRowProps) {
  const tag = stateTag(record);
  const amount = amountText(record);
  return (
    <View className="hrs-row" hoverClass="hrs-row-down" onClick={onOpen} {...aria({ role: 'button', label: `${record.title}，${amount}` })}>
      <View className="u-grow">
        <View className="u-h3 u-break">{isNamed ? `${record.memberName} · ${record.title}` : record.title}</View>
        <View className="u-sub u-mt1">{spanText(record, serverNowMs())}</View>
        {tag !== null && <View className="u-row u-mt2"><Tag tone={tag.tone}>{tag.text}</Tag></View>}
        {record.whyNotCounted !== null && <View className="u-sub u-mt1 u-break">{record.whyNotCounted}</View>}
        {record.ask !== null && record.ask.state === 'open' && <View className="u-sub u-ochre u-mt1">{record.reader === 'self' ? '您说这条不对，正在核对' : 'TA 说这条不对，请核对'}</View>}
      </View>
      <View className={`hrs-amount ${tag === null ? '' : 'hrs-not'}`}>{amount}</View>
    </View>
  );
}

/** Several in one card, parted by hairlines. */
export function RecordList({ records, isNamed = false, onOpen }: { records: readonly ServiceRecordView[]; isNamed?: boolean; onOpen: (recordId: string) => void }) {
  return <Card className="hrs-list">{records.map((record) => <RecordRow key={record.recordId} record={record} isNamed={isNamed} onOpen={() => onOpen(record.recordId)} />)}</Card>;
}
