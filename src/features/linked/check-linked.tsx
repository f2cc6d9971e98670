import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, type LinkedView, type RouteName } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { CheckRow } from '@/components/check-row/check-row';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { leaveFor } from '@/lib/leave-for';
import { useApiCommand } from '@/lib/use-api-command';

export const LINKED_STALE: readonly RouteName[] = ['linked.get', 'linked.list', 'linked.waiting', 'staff.queue'];

const LOOKS = ['平台还在民政部的名单里', '证书和备案编号在“慈善中国”查得到', '链接点开就是这一场'] as const;

/** The second look: three things to look up elsewhere, then yes or a sentence. */
export function CheckLinked({ campaign }: { campaign: LinkedView }) {
  const [seen, setSeen] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const check = useApiCommand('linked.check', { about: `${campaign.linkedId}.${String(campaign.version)}`, invalidates: LINKED_STALE });
  const about = { linkedId: campaign.linkedId, version: campaign.version };
  const link = campaign.staffLink;
  const toggle = (words: string): void => setSeen(seen.includes(words) ? seen.filter((one) => one !== words) : [...seen, words]);
  return (
    <Card>
      <View className="u-h3">请您核对</View>
      <View className="u-sub u-mt1">{campaign.enteredByName}写的，要另一位看过，邻居才看得到。</View>
      <View className="u-mt3">{LOOKS.map((words) => <CheckRow key={words} checked={seen.includes(words)} onChange={() => toggle(words)}>{words}</CheckRow>)}</View>
      {link !== null && <View className="u-mt2"><Button kind="secondary" size="small" onClick={() => leaveFor(link, campaign.platformName)}>点开链接看看</Button></View>}
      <View className="u-mt4"><Button kind="green" busy={check.isBusy} disabled={seen.length < LOOKS.length} reason="三样都看过再点" onClick={() => check.run({ ...about, decision: { kind: 'approve', hasLookedUp: true } })}>核对过了，给邻居看</Button></View>
      <View className="u-mt4"><Field label="哪里不对" kind="textarea" value={note} maxLength={LIMITS.noteCharacters} error={check.fields.note ?? check.fields['decision.note']} onChange={setNote} /></View>
      <View className="u-mt2"><Button kind="secondary" busy={check.isBusy} disabled={note.trim() === ''} reason="写一句哪里不对，再退回" onClick={() => check.run({ ...about, decision: { kind: 'refuse', note } })}>退回去改</Button></View>
      {check.failure !== null && <View className="u-mt3"><Notice tone="accent">{check.failure.message}</Notice></View>}
    </Card>
  );
}
