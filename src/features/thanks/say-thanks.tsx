import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, thanksInputSchema } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Field } from '@/components/field/field';
import { Icon } from '@/components/icon/icon';
import { Screen } from '@/components/screen/screen';
import { VoiceBox, type VoiceBoxWords } from '@/components/voice-box/voice-box';
import { useDraft } from '@/lib/drafts';
import { checkForm, type FormErrors } from '@/lib/form-errors';
import { replacePage } from '@/lib/pages';
import { useApiCommand } from '@/lib/use-api-command';
import { useVoiceNote, type VoiceDraft } from '@/lib/use-voice-note';
import { canRecordVoice } from '@/lib/voice-recorder';

const EMPTY: { readonly words: string; readonly voice: VoiceDraft | null } = { words: '', voice: null };

const VOICE_WORDS: VoiceBoxWords = { audience: '只有帮忙的邻居听得到', sending: '正在传…', kept: '检查过，就给帮忙的邻居听' };

export interface SayThanksProps {
  readonly about: { readonly wishId: string; readonly claimId: string };
  /** What was spoken was not passed on; this time it is written. */
  readonly isAgain: boolean;
}

/** One sentence, written or spoken; who gave has it, nobody else. */
export function SayThanks({ about, isAgain }: SayThanksProps) {
  const draft = useDraft(`thanks.${about.claimId}`, EMPTY);
  const [errors, setErrors] = useState<FormErrors>({});
  const [said, setSaid] = useState<'words' | 'voice' | null>(null);
  const { words, voice } = draft.value;
  const speaks = !isAgain && (canRecordVoice || voice !== null);
  const say = useApiCommand('thanks.say', {
    about: about.claimId,
    invalidates: ['thanks.mine'],
    onDone: () => {
      setSaid(words.trim() === '' ? 'voice' : 'words');
      draft.clear();
    },
  });
  const change = (patch: Parameters<typeof draft.change>[0]): void => {
    setErrors({});
    say.clear();
    draft.change(patch);
  };
  const note = useVoiceNote({ purpose: 'thanksVoice', voice, change: (update) => change((latest) => ({ voice: update(latest.voice) })) });
  const isSending = note.phase !== 'idle';
  const isLost = speaks && voice !== null && voice.fileId === null;
  const send = (): unknown => {
    const sent = speaks && voice !== null ? { voiceFileId: voice.fileId, voiceSeconds: voice.seconds } : {};
    const checked = checkForm(thanksInputSchema, { ...about, words, ...sent });
    setErrors(checked.isOk ? {} : checked.errors);
    return checked.isOk ? say.run(checked.value) : undefined;
  };
  if (said !== null) return <Said how={said} />;
  const shown = { ...errors, ...say.fields };
  const isNothing = words.trim() === '' && !(speaks && voice !== null);
  const reason = isSending ? '录音还没好' : isLost ? '录音还没传到，再传一次或不要了' : isNothing ? (speaks ? '先写一句，或说一段' : '先写一句') : '';
  const button = <Button busy={say.isBusy} busyText="正在送过去…" disabled={reason !== ''} reason={reason} onClick={send}>告诉帮忙的邻居</Button>;
  return (
    <Screen title="说声谢谢" bottom={<BottomBar failure={shown.words === undefined ? say.failure : null}>{button}</BottomBar>}>
      <View className="u-display">{isAgain ? '写几句，再谢一次' : '想说句什么？'}</View>
      <View className="u-cap u-row u-gap1 u-mt2"><Icon name="lock" size={16} />{speaks ? '只有帮忙的邻居看得到、听得到，不写您的名字' : '只有帮忙的邻居看得到，不写您的名字'}</View>
      <View className="u-mt5">
        <Field
          kind="textarea" label="说声谢谢" value={words} maxLength={LIMITS.thanksCharacters} showCount placeholder="比如：灯亮了，晚上做饭看得清了，谢谢您跑一趟" error={shown.words}
          onChange={(typed) => change({ words: typed })}
        />
      </View>
      {speaks && <View className="u-mt3"><VoiceBox note={note} words={VOICE_WORDS} error={shown.voiceFileId} /></View>}
      <View className="u-cap u-mt3">{speaks ? '门牌、电话不用说。对方想放上感谢墙，会先问您。' : '门牌、电话不用写。对方想放上感谢墙，会先问您。'}</View>
    </Screen>
  );
}

function Said({ how }: { how: 'words' | 'voice' }) {
  return (
    <Screen title="说声谢谢">
      <EmptyState
        scene="branch"
        title={how === 'words' ? '说到了' : '收好了'}
        note={how === 'words' ? '帮忙的邻居看得到。想给大家看看，要您点头才行。' : '检查一下录音，好了就给帮忙的邻居听。想给大家听听，要您点头才行。'}
        action={<Button onClick={() => void replacePage('home')}>回首页</Button>}
        link={{ text: '看看谢谢的话', onClick: () => void replacePage('myThanks') }}
      />
    </Screen>
  );
}
