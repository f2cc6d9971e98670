import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, type HearThanksView, type ThanksHearing } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Field } from '@/components/field/field';
import { HeardVoice } from '@/components/heard-voice/heard-voice';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Screen } from '@/components/screen/screen';
import { Tag } from '@/components/tag/tag';
import { useDraft } from '@/lib/drafts';
import { formatDate, formatDeadline } from '@/lib/format';
import { goBack, openPage } from '@/lib/pages';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { hearingWords } from './thanks-words';

const TITLE = '听一段谢谢';

/** Staff listen to what somebody said and say whether it may go on. */
export function HearThanks({ view }: { view: HearThanksView }) {
  if (view.purpose === null || view.voice === null) return <NotNeeded />;
  return <Listen view={view} purpose={view.purpose} />;
}

const EMPTY = { reason: '' };

function Listen({ view, purpose }: { view: HearThanksView; purpose: ThanksHearing }) {
  const words = hearingWords(purpose, view.words !== '');
  const draft = useDraft(`thanks.judge.${view.thanksId}.${purpose}`, EMPTY);
  const [isRefusing, setRefusing] = useState(false);
  const judge = useApiCommand('thanks.judge', { about: `${view.thanksId}:${purpose}`, invalidates: ['staff.queue', 'thanks.hear', 'thanks.wall'] });
  const { reason } = draft.value;
  const send = async (isClear: boolean): Promise<void> => {
    const decision = isClear ? ({ kind: 'clear' } as const) : ({ kind: 'refuse', reason: reason.trim() } as const);
    if ((await judge.run({ thanksId: view.thanksId, purpose, decision })) === null) return;
    draft.clear();
    toast(isClear ? words.cleared : words.refused);
    void goBack();
  };
  const clear = <Button kind="green" busy={judge.isBusy} busyText="正在记…" onClick={() => send(true)}>{words.clear}</Button>;
  const refuse = <Button busy={judge.isBusy} busyText="正在记…" disabled={reason.trim() === ''} reason="先写一句为什么" onClick={() => send(false)}>{words.refuse}</Button>;
  return (
    <Screen title={TITLE} bottom={<BottomBar failure={judge.fields['decision.reason'] === undefined ? judge.failure : null}>{isRefusing ? refuse : clear}</BottomBar>}>
      <View className="u-h2 u-mt2">{words.title}</View>
      <View className="u-sub u-mt1">{words.about}</View>
      <Said view={view} />
      {isRefusing ? (
        <View className="u-mt5">
          <ChipWrap>{words.reasons.map((each) => <Chip key={each} on={reason === each} onClick={() => draft.change({ reason: each })}>{each}</Chip>)}</ChipWrap>
          <View className="u-mt3"><Field label="为什么，说的人看得到" value={reason} maxLength={LIMITS.noteCharacters} placeholder="写一句让对方明白" error={judge.fields['decision.reason']} onChange={(text) => draft.change({ reason: text })} /></View>
          <View className="u-center u-mt2"><Button kind="text" onClick={() => setRefusing(false)}>再想想</Button></View>
        </View>
      ) : (
        <View className="u-center u-mt4"><Button kind="text" onClick={() => setRefusing(true)}>{words.refuse}</Button></View>
      )}
      <View className="u-cap u-center u-mt4">听过一次，记一笔。别外放，别转给别人。</View>
    </Screen>
  );
}

function Said({ view }: { view: HearThanksView }) {
  const nowMs = serverNowMs();
  return (
    <View className="u-mt4">
      {view.dueAtMs !== null && <Tag tone={view.dueAtMs < nowMs ? 'accent' : 'ochre'} icon="clock">{view.dueAtMs < nowMs ? '过了该听的时间' : `${formatDeadline(view.dueAtMs, nowMs)}听`}</Tag>}
      <View className="u-row u-top u-gap3 u-mt3">
        <PictureTile drawing={pictureOf(view.pictureKey)} size={56} />
        <View className="u-grow">
          <View className="u-bold u-break">{view.wishTitle}</View>
          <View className="u-cap u-mt1">谢 {view.giverText} · {formatDate(view.saidAtMs, nowMs)}</View>
        </View>
      </View>
      {view.words !== '' && <View className="u-body u-break u-mt3">“{view.words}”</View>}
      {view.voice !== null && <View className="u-mt4"><HeardVoice voice={view.voice} /></View>}
    </View>
  );
}

function NotNeeded() {
  return (
    <Screen title={TITLE}>
      <EmptyState scene="branch" title="现在不用听了" note="同事已经听过，或者对方收了回去。" action={<Button onClick={() => void openPage('staffQueue')}>回社区待办</Button>} />
    </Screen>
  );
}
