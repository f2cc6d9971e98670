import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { Notice } from '@/components/notice/notice';
import { VoicePlayer } from '@/components/voice-player/voice-player';
import { aria } from '@/lib/aria';
import { LONGEST_VOICE_SECONDS } from '@/lib/voice-recorder';
import type { VoiceDraft, VoiceNote } from '@/lib/use-voice-note';
import './voice-box.css';

/** Who will hear it, as the box says it before, while and after it is sent. */
export interface VoiceBoxWords {
  readonly audience: string;
  readonly sending: string;
  readonly kept: string;
}

export interface VoiceBoxProps {
  readonly note: VoiceNote;
  readonly words: VoiceBoxWords;
  readonly error?: string;
}

/** 不想打字，说也行: one wide button to hold; then what was said, to hear again or to throw away. */
export function VoiceBox({ note, words, error }: VoiceBoxProps) {
  const { voice, failureText } = note;
  const problem = failureText === '' ? error : failureText;
  return (
    <View>
      {voice === null ? <SpeakButton note={note} audience={words.audience} /> : <Kept note={note} voice={voice} words={words} />}
      {problem !== undefined && problem !== '' && <View className="u-mt3"><Notice tone="accent">{problem}</Notice></View>}
    </View>
  );
}

function SpeakButton({ note, audience }: { note: VoiceNote; audience: string }) {
  const { phase, seconds, press, release } = note;
  const isRecording = phase === 'recording';
  const title = isRecording ? `正在听，${seconds} 秒` : phase === 'starting' ? '正在打开话筒…' : '不想打字？按住说';
  const hint = isRecording ? '说完松手；没按着，就点一下' : `最长 ${LONGEST_VOICE_SECONDS} 秒，${audience}`;
  return (
    <View className={`ly-voice-speak ${isRecording ? 'ly-voice-speak-on' : ''}`} {...aria({ role: 'button', label: `${title}。${hint}` })} onTouchStart={press} onTouchEnd={release} onTouchCancel={release}>
      <Icon name="mic" size={26} />
      <View>
        <View className="u-bold">{title}</View>
        <View className="u-cap">{hint}</View>
      </View>
    </View>
  );
}

function Kept({ note, voice, words }: { note: VoiceNote; voice: VoiceDraft; words: VoiceBoxWords }) {
  const [isGone, setGone] = useState(false);
  const isSending = note.phase === 'sending';
  const state = isSending ? words.sending : voice.fileId === null ? '还没传到' : words.kept;
  return (
    <View className="ly-voice-kept">
      <View className="u-row u-gap3">
        <Icon name={voice.fileId === null ? 'mic' : 'check'} size={24} />
        <View className="u-grow">
          <View className="u-bold">录好了，{voice.seconds} 秒</View>
          <View className="u-cap">{state}</View>
        </View>
      </View>
      <View className="u-row u-wrap u-gap3 u-mt3">
        {isGone ? <View className="u-cap">这台手机上放不出来了，录音还在</View> : <VoicePlayer url={voice.localPath} onBroken={() => setGone(true)} />}
        {voice.fileId === null && !isSending && <Button kind="secondary" size="small" icon="refresh" onClick={note.sendAgain}>再传一次</Button>}
        <Button kind="text" size="small" disabled={isSending} onClick={note.throwAway}>不要了</Button>
      </View>
    </View>
  );
}
