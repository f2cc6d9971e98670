import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, type LinkedView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { LINKED_STALE } from './check-linked';

type Act = 'mirror' | 'disclose' | 'end';

/** What staff do with a campaign that is shown: copy the progress, add what was made public, end it. */
export function TellLinked({ campaign }: { campaign: LinkedView }) {
  const [act, setAct] = useState<Act | null>(null);
  const close = (): void => setAct(null);
  return (
    <View>
      <View className="u-stack">
        {campaign.canTell && <LinkRow icon="refresh" note="照平台上写的抄，注明在哪里看到" onClick={() => setAct('mirror')}>抄一次进度</LinkRow>}
        {campaign.canTell && <LinkRow icon="plus" note="年报、进展、结项报告的网址" onClick={() => setAct('disclose')}>加一条公开的链接</LinkRow>}
        {campaign.canEdit && <LinkRow icon="edit" note="改过要另一位再核对" onClick={() => void openPage('editLinked', { id: campaign.linkedId })}>改一改</LinkRow>}
        {(campaign.state === 'shown' || campaign.state === 'checking') && campaign.canEdit && <LinkRow icon="close" onClick={() => setAct('end')}>{campaign.state === 'shown' ? '结束' : '不要了'}</LinkRow>}
      </View>
      <MirrorSheet campaign={campaign} isOpen={act === 'mirror'} onClose={close} />
      <DiscloseSheet campaign={campaign} isOpen={act === 'disclose'} onClose={close} />
      <EndSheet campaign={campaign} isOpen={act === 'end'} onClose={close} />
    </View>
  );
}

interface SheetProps {
  readonly campaign: LinkedView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function Failed({ failure }: { failure: { readonly message: string } | null }) {
  return failure === null ? null : <View className="u-mt3"><Notice tone="accent">{failure.message}</Notice></View>;
}

function MirrorSheet({ campaign: { linkedId, version, platformName }, isOpen, onClose }: SheetProps) {
  const [raisedText, setRaised] = useState('');
  const [source, setSource] = useState(`${platformName}项目页`);
  const save = useApiCommand('linked.mirror', { about: `${linkedId}.${String(version)}`, invalidates: LINKED_STALE, onDone: () => { setRaised(''); onClose(); } });
  return (
    <Sheet isOpen={isOpen} title="抄一次进度" onClose={onClose} action={<Button busy={save.isBusy} disabled={raisedText.trim() === ''} reason="照平台写的抄一句" onClick={() => save.run({ linkedId, raisedText, raisedAtMs: serverNowMs(), source })}>记下，就按现在看到的</Button>}>
      <Field label="平台上写的" value={raisedText} maxLength={LIMITS.shareNoteCharacters} placeholder="比如：已筹 3.2 万元，1,204 人" error={save.fields.raisedText ?? save.fields.raisedAtMs} onChange={setRaised} />
      <View className="u-mt3"><Field label="在哪里看到的" value={source} maxLength={LIMITS.entityCharacters} error={save.fields.source} onChange={setSource} /></View>
      <Failed failure={save.failure} />
    </Sheet>
  );
}

function DiscloseSheet({ campaign: { linkedId, version }, isOpen, onClose }: SheetProps) {
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const save = useApiCommand('linked.disclose', { about: `${linkedId}.${String(version)}`, invalidates: LINKED_STALE, onDone: () => { setTitle(''); setUrl(''); onClose(); } });
  return (
    <Sheet isOpen={isOpen} title="加一条公开的链接" onClose={onClose} action={<Button busy={save.isBusy} disabled={title.trim() === '' || url.trim() === ''} reason="两栏都写上" onClick={() => save.run({ linkedId, title, url: url.trim() })}>加上</Button>}>
      <Field label="是什么" value={title} maxLength={LIMITS.titleCharacters} placeholder="比如：2026 年第三季度进展" error={save.fields.title} onChange={setTitle} />
      <View className="u-mt3"><Field label="网址" value={url} maxLength={LIMITS.urlCharacters} placeholder="https://" error={save.fields.url} onChange={setUrl} /></View>
      <Failed failure={save.failure} />
    </Sheet>
  );
}

function EndSheet({ campaign: { linkedId, version, state }, isOpen, onClose }: SheetProps) {
  const [note, setNote] = useState('');
  const save = useApiCommand('linked.end', { about: `${linkedId}.${String(version)}`, invalidates: LINKED_STALE, onDone: onClose });
  return (
    <Sheet isOpen={isOpen} title={state === 'shown' ? '结束这场募捐' : '这场不要了'} onClose={onClose} action={<Button busy={save.isBusy} disabled={note.trim() === ''} reason="写一句为什么" onClick={() => save.run({ linkedId, note })}>就这样</Button>}>
      <Field label="为什么" hint={state === 'shown' ? '邻居看得到' : '只有工作人员看得到'} kind="textarea" value={note} maxLength={LIMITS.noteCharacters} error={save.fields.note} onChange={setNote} />
      <Failed failure={save.failure} />
    </Sheet>
  );
}
