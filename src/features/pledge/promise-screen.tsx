import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, type CampaignView, type NeedView, type PledgeView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Field } from '@/components/field/field';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { Stepper } from '@/components/stepper/stepper';
import { openPage, replacePage } from '@/lib/pages';
import { useApiCommand } from '@/lib/use-api-command';
import { PLEDGE_STALE } from './pledge-words';

const leftOf = ({ wanted, promised }: NeedView): number => Math.max(0, wanted - promised);

/** 出东西、出场地、出把力: what is still missing; things and places are promised here, hours are signed up for. */
export function PromiseScreen({ campaign, needId }: { campaign: CampaignView; needId: string | null }) {
  const [done, setDone] = useState<PledgeView | null>(null);
  const open = campaign.needs.filter((need) => leftOf(need) > 0 && (needId === null || need.needId === needId));
  if (done !== null) return <Done pledge={done} />;
  if (open.length === 0) return <EmptyState scene="branch" title="都有人出了" note="谢谢您想着，看看别的事缺什么。" action={<Button kind="secondary" onClick={() => void openPage('myPledges')}>看我出的</Button>} />;
  return (
    <View>
      <View className="u-sub u-mt2 u-break">为“{campaign.title}”</View>
      <View className="u-stack u-mt4">{open.map((need) => (need.kind === 'hours' ? <Hours key={need.needId} need={need} /> : <PromiseForm key={need.needId} campaignId={campaign.campaignId} need={need} onDone={setDone} />))}</View>
    </View>
  );
}

function Hours({ need }: { need: NeedView }) {
  const { activityId } = need;
  const words = `还差 ${leftOf(need)} 人${need.text}`;
  if (activityId === null) return <Card><View className="u-h3 u-break">{words}</View><View className="u-sub u-mt1">报名的日子定了，这里就能报。</View></Card>;
  return <Card><LinkRow icon="calendar" note="到活动里挑一个时间报名" onClick={() => void openPage('activity', { id: activityId })}>{words}</LinkRow></Card>;
}

function PromiseForm({ campaignId, need, onDone }: { campaignId: string; need: NeedView; onDone: (pledge: PledgeView) => void }) {
  const [count, setCount] = useState(1);
  const [note, setNote] = useState('');
  const promise = useApiCommand('pledge.promise', { about: `${campaignId}_${need.needId}`, invalidates: PLEDGE_STALE, onDone });
  const isPlace = need.kind === 'place';
  const left = leftOf(need);
  return (
    <Card>
      <View className="u-h3 u-break">还差 {left} {need.unit}{need.text}</View>
      <View className="u-row u-between u-wrap u-gap2 u-mt3"><View className="u-mid">{isPlace ? '我能给' : '我出'}</View><Stepper label={isPlace ? '我能给' : '我出'} value={Math.min(count, left)} min={1} max={left} unit={need.unit} onChange={setCount} /></View>
      <View className="u-mt3"><Field label={isPlace ? '在哪儿、什么时候方便' : '想说一句（可不写）'} value={note} maxLength={LIMITS.noteCharacters} placeholder={isPlace ? '比如：我家车库，周末都行' : '比如：九成新的'} error={promise.fields.note} onChange={setNote} /></View>
      {promise.failure !== null && promise.fields.note === undefined && <View className="u-mt3"><Notice tone="warn">{promise.failure.message}</Notice></View>}
      <View className="u-mt3"><Button busy={promise.isBusy} busyText="正在记…" onClick={() => void promise.run({ campaignId, needId: need.needId, count: Math.min(count, left), note })}>{isPlace ? '说给张罗的人' : '我来出'}</Button></View>
    </Card>
  );
}

function Done({ pledge }: { pledge: PledgeView }) {
  const note = pledge.kind === 'place' ? '张罗的人看过会回您一声，用之前和您约日子。' : `一个星期里送到${pledge.stationName}，报“我出的”里的六个数。`;
  return <EmptyState scene="branch" title={`记下了：${pledge.count} ${pledge.unit}${pledge.needText}`} note={note} action={<Button kind="secondary" onClick={() => void replacePage('myPledges')}>看我出的</Button>} />;
}
