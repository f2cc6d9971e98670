import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { RectificationView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { SectionHead } from '@/components/section-head/section-head';
import { Tag } from '@/components/tag/tag';
import { Timeline } from '@/components/timeline/timeline';
import { callPhone } from '@/lib/call-phone';
import { formatDeadline, formatShortDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { Changes } from './changes';
import { PartyActs } from './party-acts';
import { RecheckCalls } from './recheck-calls';
import { StaffActs } from './staff-acts';
import { afterWords, factWords, stateTone, tagWords } from './rectification-words';

/** One order: the same page for the rated side and for staff; nobody who rated is on it. */
export function RectificationScreen({ view, cardOf }: { view: RectificationView; cardOf: (personId: string, onClose: () => void) => ReactNode }) {
  return (
    <View>
      <View className="u-display u-mt2 u-break">{view.reader === 'party' ? '有些邻居不太满意' : view.name}</View>
      <View className="u-row u-wrap u-gap2 u-mt2">
        <Tag tone={stateTone(view)}>{tagWords(view)}</Tag>
        {view.ownerName !== '' && <View className="u-sub">{view.ownerName}在跟</View>}
      </View>
      <View className="u-stack u-mt4">
        <Card>
          <View className="u-h3">{factWords(view)}</View>
          <View className="u-sub u-mt1">最近 {view.periodDays} 天的，一个人只算一份。不写是谁。</View>
          {afterWords(view).map((words) => <View key={words} className="u-mid u-mt2">{words}</View>)}
        </Card>
        {view.reader === 'party' && view.outcome === null && <Notice tone="good" title="照常帮忙，什么都不停">{view.dueAtMs !== null && view.state === 'ordered' ? `${formatDeadline(view.dueAtMs, serverNowMs())}写写怎么改就好。` : ''}改好了，邻居们会知道。</Notice>}
        {view.askedAgain !== '' && view.state === 'ordered' && <Notice tone="accent" title="社区看过了，还想请补一点">{view.askedAgain}</Notice>}
        <Objection view={view} />
        <Changes changes={view.answers} />
      </View>
      {view.reader === 'party' ? <PartyActs view={view} /> : <StaffActs key={view.state} view={view} />}
      {view.reader === 'staff' && view.state === 'rechecking' && <RecheckCalls rectificationId={view.rectificationId} cardOf={cardOf} />}
      <SectionHead title="前前后后" />
      <Timeline steps={view.timeline.map((step, index) => ({ key: String(index), dateText: step.atMs === null ? '' : step.phase === 'now' ? '现在' : formatShortDate(step.atMs, serverNowMs()), title: step.title, note: step.note, state: step.phase }))} />
      {view.reader === 'party' && <View className="u-mt5"><Button kind="secondary" icon="phone" onClick={() => callPhone(view.dutyPhone)}>打社区电话 <View className="u-phrase">{view.dutyPhone}</View></Button></View>}
    </View>
  );
}

const OBJECTION_TITLE = { open: '说明，等社区答复', upheld: '说明有理', dismissed: '说明看过了' } as const;

function Objection({ view }: { view: RectificationView }) {
  const { objection } = view;
  if (objection === null) return null;
  return (
    <Card tone="sunk">
      <View className="u-h3">{OBJECTION_TITLE[objection.state]}</View>
      <View className="u-body u-mt2 u-break u-hang">“{objection.words}”</View>
      {objection.note !== '' && <View className="u-mid u-mt2 u-break">社区：{objection.note}</View>}
      {objection.state === 'open' && <View className="u-cap u-mt2">{formatDeadline(objection.dueAtMs, serverNowMs())}答复。看过之前，日子不往前走。</View>}
    </Card>
  );
}
