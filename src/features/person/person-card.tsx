import { useState } from 'react';
import { View } from '@tarojs/components';
import { PERSON_READING_REASONS, type PersonCardView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { ErrorState } from '@/components/error-state/error-state';
import { Icon } from '@/components/icon/icon';
import { KeyValue } from '@/components/key-value/key-value';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { callPhone } from '@/lib/call-phone';
import { useApiQuery } from '@/lib/use-api';
import { TakeoverPanel } from './takeover-panel';

type Reason = (typeof PERSON_READING_REASONS)[number];

/** Somebody's card: opened for a reason, which is written down with the reader's name. */
export function PersonCard({ personId, onClose }: { personId: string; onClose: () => void }) {
  const [reason, setReason] = useState<Reason | null>(null);
  if (reason !== null) return <OpenCard personId={personId} reason={reason} onClose={onClose} />;
  return (
    <Card>
      <View className="u-h3">为什么要看？</View>
      <View className="u-cap u-mt1">看一次记一次，理由和您的名字一起留着。</View>
      <View className="u-mt3"><ChipWrap>{PERSON_READING_REASONS.map((word) => <Chip key={word} onClick={() => setReason(word)}>{word}</Chip>)}</ChipWrap></View>
      <View className="u-mt3"><Button kind="text" size="small" onClick={onClose}>不看了</Button></View>
    </Card>
  );
}

function OpenCard({ personId, reason, onClose }: { personId: string; reason: Reason; onClose: () => void }) {
  const card = useApiQuery('person.get', { personId, reason });
  if (card.isLoading) return <SkeletonList count={2} kind="row" />;
  if (card.data === undefined) return <ErrorState failure={card.failure} onRetry={() => void card.refresh()} />;
  return (
    <View className="u-stack">
      <Card>
        <View className="u-row u-between"><View className="u-h2">{card.data.name}</View><Button kind="text" size="small" onClick={onClose}>合上</Button></View>
        <View className="u-cap u-row u-gap1 u-mt1"><Icon name="eye" size={16} />这次看记下了：{reason}</View>
        <View className="u-mt3"><KeyValue rows={rowsOf(card.data)} /></View>
        {card.data.phone !== null && <View className="u-mt3"><Button kind="secondary" size="small" icon="phone" onClick={() => void callPhone(card.data?.phone ?? '')}>打给 TA</Button></View>}
      </Card>
      <TakeoverPanel card={card.data} onChanged={() => void card.refresh()} />
    </View>
  );
}

const rowsOf = (card: PersonCardView): { readonly label: string; readonly value: string }[] => [
  { label: '小区', value: card.areaName },
  { label: '电话', value: card.phone ?? '没留' },
  { label: '地址', value: card.address === '' ? '没留' : card.address },
  { label: '对外宣传', value: card.mayPublicise ? '同意过' : '没同意，要用先问' },
  { label: '在办的心愿', value: card.live.length === 0 ? '没有' : card.live.map((wish) => wish.title).join('；') },
];
