import { useState } from 'react';
import { View } from '@tarojs/components';
import { VoicePlayer } from '@/components/voice-player/voice-player';
import { playWord } from './play-word';

/** A recording somebody sent. */
export interface SentVoice {
  /** Null when it can't be fetched now. */
  readonly url: string | null;
  readonly seconds: number | null;
}

/** What was said, to be heard; where it can't be played now, a sentence instead. */
export function HeardVoice({ voice }: { voice: SentVoice }) {
  const [isBroken, setBroken] = useState(false);
  if (voice.url === null || isBroken) return <View className="u-sub">录音现在放不出来，下拉刷新再听</View>;
  return <VoicePlayer url={voice.url} text={playWord(voice.seconds)} onBroken={() => setBroken(true)} />;
}
