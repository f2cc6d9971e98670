import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, type MyFreezeView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { Icon } from '@/components/icon/icon';
import { Notice } from '@/components/notice/notice';
import { TitleWords } from '@/components/title-words/title-words';
import { callPhone } from '@/lib/call-phone';
import { useDraft } from '@/lib/drafts';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { useApiQuery } from '@/lib/use-api';
import { endLine, myFactsLine } from './favour-words';

const DAY_MS = 86_400_000;
/** How it ended is told so long. */
const TOLD_MS = 30 * DAY_MS;

/** Whose points wait reads why, until when and what they may say; others see nothing. */
export function MyFreeze() {
  const { data } = useApiQuery('favour.mine', {});
  const [newest] = data ?? [];
  const nowMs = serverNowMs();
  if (newest === undefined) return null;
  if (newest.state === 'frozen') return <View className="u-mt5"><Frozen freeze={newest} nowMs={nowMs} /></View>;
  if ((newest.endedAtMs ?? 0) < nowMs - TOLD_MS) return null;
  return <View className="u-mt5"><Notice tone={newest.state === 'voided' ? 'info' : 'good'} title={newest.state === 'voided' ? '有些积分没有算' : '放着的积分放开了'}>{endLine(newest)}</Notice></View>;
}

function Frozen({ freeze, nowMs }: { freeze: MyFreezeView; nowMs: number }) {
  const { untilMs, reason, appeal, appealUntilMs, dutyPhone, freezeId } = freeze;
  return (
    <Card tone="ochre">
      <View className="u-row u-gap2"><Icon name="clock" size={20} /><TitleWords className="u-h3 u-grow" text={`有些积分先放一放，到 ${formatDate(untilMs, nowMs)}`} /></View>
      <View className="u-body u-mt3 u-break">社区说：“{reason}”</View>
      <View className="u-sub u-mt2">{myFactsLine(freeze)}</View>
      <View className="u-sub u-mt2">没有收走什么：到日子自己放开，按原来的日子到账。您和别人之间的照常。</View>
      {appeal !== null && <View className="u-mt3"><Notice tone="info" title="您说过了">{appeal.state === 'open' ? `${formatDate(appeal.dueAtMs, nowMs)}前，另一位工作人员答复您。` : `社区答复：${appeal.note}`}</Notice></View>}
      {appealUntilMs !== null && <SayOnce freezeId={freezeId} untilMs={appealUntilMs} nowMs={nowMs} />}
      {dutyPhone !== '' && <View className="u-links u-mt2"><Button kind="text" size="small" block={false} icon="phone" onClick={() => callPhone(dutyPhone)}>打给社区问问</Button></View>}
    </Card>
  );
}

const EMPTY = { words: '' };

/** Folded until somebody wants it; one sentence, once. */
function SayOnce({ freezeId, untilMs, nowMs }: { freezeId: string; untilMs: number; nowMs: number }) {
  const [isOpen, setOpen] = useState(false);
  const draft = useDraft(`favour.appeal.${freezeId}`, EMPTY);
  const appeal = useApiCommand('favour.appeal', { about: freezeId, invalidates: ['favour.mine', 'home.overview'], onDone: draft.clear });
  if (!isOpen) return <View className="u-mt3"><Button kind="secondary" size="small" block={false} onClick={() => setOpen(true)}>觉得不对，说一句</Button></View>;
  return (
    <View className="u-mt3">
      <Field kind="textarea" label="说一句是怎么回事" value={draft.value.words} maxLength={LIMITS.appealCharacters} placeholder="比如：我们两家轮流照看对方的老人" error={appeal.fields.words ?? appeal.failure?.message} onChange={(words) => { appeal.clear(); draft.change({ words }); }} />
      <View className="u-cap u-mt1">能说一次，{formatDate(untilMs, nowMs)}前都可以。由另一位工作人员来看。</View>
      <View className="u-mt2"><Button size="small" block={false} busy={appeal.isBusy} disabled={draft.value.words.trim() === ''} reason="先写一句" onClick={() => appeal.run({ freezeId, words: draft.value.words.trim() })}>请社区再看看</Button></View>
    </View>
  );
}
