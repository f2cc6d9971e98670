import { View } from '@tarojs/components';
import type { FreezeView } from '@contract';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { SectionHead } from '@/components/section-head/section-head';
import { Tag } from '@/components/tag/tag';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { AppealCard } from './appeal-card';
import { Evidence } from './circle-screen';
import { namesLine, notForReader, STATE_TEXT } from './favour-words';
import { FREEZE_STALE } from './freeze-stale';
import { WordSheet } from './word-sheet';

const DAY_MS = 86_400_000;

/** Points that wait: why, until when, what the people say, and what staff may do now. */
export function FreezeScreen({ freeze }: { freeze: FreezeView }) {
  const nowMs = serverNowMs();
  const { frozenAtMs, untilMs, state, reason, frozenByName, endNote } = freeze;
  const isOn = state === 'frozen';
  const aside = isOn ? notForReader(freeze) : null;
  return (
    <View>
      <View className="u-display u-mt2 u-break">{namesLine(freeze.people.map(({ name }) => name))}</View>
      <View className="u-row u-wrap u-gap2 u-mt2">
        <Tag tone={isOn ? 'blue' : 'plain'} icon={isOn ? 'clock' : 'check'}>{STATE_TEXT[state]}</Tag>
        <View className="u-sub">{formatDate(frozenAtMs, nowMs)}起{isOn ? `，到 ${formatDate(untilMs, nowMs)}自己放开` : ''}</View>
      </View>
      {endNote !== '' && <View className="u-mt3"><Notice tone="info">{endNote}</Notice></View>}
      {aside !== null && <View className="u-mt3"><Notice tone="info">{aside}</Notice></View>}
      <SectionHead title="他们说的" note={isOn ? `${formatDate(freeze.appealUntilMs, nowMs)}前都可以说` : undefined} />
      <View className="u-stack">
        {freeze.people.map((person) => <AppealCard key={person.memberId} freeze={freeze} person={person} nowMs={nowMs} />)}
      </View>
      <SectionHead title="为什么放着" note={`${frozenByName}写的`} />
      <Card><View className="u-body u-break">{reason === '' ? '过了一年，写的话已经删去。' : reason}</View></Card>
      <SectionHead title="数出来的" />
      <Evidence facts={freeze} periodDays={Math.round((freeze.reportUntilMs - freeze.fromMs) / DAY_MS)} />
      {isOn && <Acts freeze={freeze} nowMs={nowMs} />}
    </View>
  );
}

/** Letting go at any time; voiding by another one, once everybody had their say. */
function Acts({ freeze, nowMs }: { freeze: FreezeView; nowMs: number }) {
  const { freezeId, voidableFromMs, isByReader } = freeze;
  const lift = useApiCommand('favour.lift', { about: freezeId, invalidates: FREEZE_STALE, onDone: () => toast('放开了，他们会看到') });
  const voiding = useApiCommand('favour.void', { about: freezeId, invalidates: FREEZE_STALE, onDone: () => toast('不算了，他们会看到原因') });
  const mayVoid = !isByReader && voidableFromMs !== null && voidableFromMs <= nowMs;
  return (
    <View className="u-mt5 u-stack">
      <WordSheet
        word="放开，照常到账" kind="secondary" title="放开？" about="放着的都按原来的日子到账，已经到日子的马上到。" label="写一句，他们会看到" placeholder="比如：问清楚了，是轮流照看老人" act="放开"
        isBusy={lift.isBusy} failure={lift.failure} onSend={async (note) => (await lift.run({ freezeId, note })) !== null}
      />
      {mayVoid && (
        <WordSheet
          word="这些不算" kind="text" title="放着的这些不算？" about="放着的、还没到账的不算了；早先到账的不动。这一步收不回来。" label="为什么（他们会看到）" placeholder="比如：两家都说没有真的送过" act="不算"
          isBusy={voiding.isBusy} failure={voiding.failure} onSend={async (reason) => (await voiding.run({ freezeId, reason })) !== null}
        />
      )}
      {!isByReader && !mayVoid && <View className="u-cap u-center">要作废，得等他们都说过、答复过，或者能说的日子过了{voidableFromMs === null ? '' : `（${formatDate(voidableFromMs, nowMs)}）`}。</View>}
    </View>
  );
}
