import { useState } from 'react';
import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FourFacts } from '@/components/four-facts/four-facts';
import { KeyValue } from '@/components/key-value/key-value';
import { LaneBadge } from '@/components/lane-badge/lane-badge';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { Switch } from '@/components/switch/switch';
import { formatMoney, parseYuan, yuanText } from '@/lib/format';
import { openPage, replacePage } from '@/lib/pages';
import { invalidateRoutes } from '@/lib/use-api';
import { CONTRIBUTION_STALE } from './contribution-stale';
import { amountError } from './give-form';
import { GIVE_WORDS, type GiveTarget } from './give-target';
import { type Giving, useGiving } from './use-giving';

/** How much and under which name, then four things to read, then WeChat's cashier. */
export function GiveScreen({ target }: { target: GiveTarget }) {
  const giving = useGiving(target);
  const [isReading, setReading] = useState(false);
  return isReading ? <FactsStep target={target} giving={giving} onBack={() => setReading(false)} /> : <AmountStep target={target} giving={giving} onNext={() => setReading(true)} />;
}

interface AmountStepProps {
  readonly target: GiveTarget;
  readonly giving: Giving;
  readonly onNext: () => void;
}

function AmountStep({ target, giving: { draft }, onNext }: AmountStepProps) {
  const { lane, limits, choicesFen, title, nameText } = target;
  const words = GIVE_WORDS[lane];
  const { amountText, isAnonymous, contributionId } = draft.value;
  const [error, setError] = useState<string | null>(null);
  const chosenFen = parseYuan(amountText);
  const isUnderWay = contributionId !== '';
  const change = (text: string): void => { setError(null); draft.change({ amountText: text, operationId: '', contributionId: '' }); };
  const next = (): void => {
    const wrong = amountError(amountText, limits);
    setError(wrong);
    if (wrong === null) onNext();
  };
  return (
    <Screen title={words.title} bottom={<BottomBar note="下一步看四件事，看完再付"><Button kind="green" onClick={next}>下一步</Button></BottomBar>}>
      <LaneBadge lane={lane} />
      <View className="u-h2 u-mt2 u-break">{title}</View>
      {isUnderWay && <View className="u-mt4"><Notice tone="warn" title="上一单还没有结果" onClick={() => void openPage('contribution', { id: contributionId })}>点这里看看，接着付也行</Notice></View>}
      <View className="u-h3 u-mt6">{words.howMuch}</View>
      <View className="u-mt2"><ChipWrap>{choicesFen.map((fen) => <Chip key={fen} on={chosenFen === fen} onClick={() => change(yuanText(fen))}>{words.choice(formatMoney(fen))}</Chip>)}</ChipWrap></View>
      <View className="u-mt3"><Field label="自己写一个" hint="元" inputType="digit" value={amountText} placeholder={`${yuanText(limits.minimumFen)} 到 ${yuanText(limits.maximumFen)}`} maxLength={10} error={error ?? undefined} onChange={change} /></View>
      {nameText === null && <View className="u-mt5"><Card><Switch checked={isAnonymous} label="不写名字" note={isAnonymous ? '名单上写“一位邻居”。账本和收据里还是您，退钱才退得回来。' : '名单上会写您的称呼。'} onChange={(isAnonymousNow) => draft.change({ isAnonymous: isAnonymousNow, operationId: '', contributionId: '' })} /></Card></View>}
      <View className="u-cap u-mt4">{words.close}</View>
    </Screen>
  );
}

function FactsStep({ target, giving, onBack }: { target: GiveTarget; giving: Giving; onBack: () => void }) {
  const { lane, title, facts, entityName, returnWords, nameText } = target;
  const { amountText, isAnonymous } = giving.draft.value;
  const words = GIVE_WORDS[lane];
  const amountFen = parseYuan(amountText) ?? 0;
  const run = async (): Promise<void> => {
    const given = await giving.give();
    if (given === null) return;
    await invalidateRoutes(CONTRIBUTION_STALE);
    await replacePage('contribution', { id: given.contribution.contributionId, after: given.outcome });
  };
  return (
    <Screen title="付之前，看四件事" onBack={onBack} bottom={<BottomBar failure={giving.failure} note={entityName === null ? undefined : `钱由${entityName}收，邻愿不经手`}><Button kind="green" busy={giving.isBusy} busyText="正在去付…" onClick={run}>看过了，付 {formatMoney(amountFen)}</Button></BottomBar>}>
      <LaneBadge lane={lane} />
      <View className="u-h2 u-mt2 u-break">{title}</View>
      <View className="u-mt3"><FourFacts facts={facts} titles={words.facts ?? {}} /></View>
      <View className="u-mt4"><KeyValue rows={[{ label: words.amount, value: formatMoney(amountFen) }, { label: words.name, value: nameText ?? (isAnonymous ? '一位邻居' : '您的称呼') }]} /></View>
      {returnWords !== null && <View className="u-mt4"><Notice tone="good" icon="shield">{returnWords}</Notice></View>}
    </Screen>
  );
}
