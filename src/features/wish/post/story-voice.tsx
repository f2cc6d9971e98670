import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { Notice } from '@/components/notice/notice';
import { VoicePlayer } from '@/components/voice-player/voice-player';
import { aria } from '@/lib/aria';
import { LONGEST_VOICE_SECONDS } from '@/lib/voice-recorder';
import type { StoryVoice } from '../use-story-voice';
import type { VoiceDraft } from '../wish-form';
import './post.css';

/** 不想打字，说也行: one wide button to hold; then what was said, to hear again or to throw away. */
export function StoryVoiceBox({ story, error }: { story: StoryVoice; error: string | undefined }) {
  const { voice, failureText } = story;
  const problem = failureText === '' ? error : failureText;
  return (
    <View>
      {voice === null ? <SpeakButton story={story} /> : <Kept story={story} voice={voice} />}
      {problem !== undefined && problem !== '' && <View className="u-mt3"><Notice tone="accent">{problem}</Notice></View>}
    </View>
  );
}

function SpeakButton({ story }: { story: StoryVoice }) {
  const { phase, seconds, press, release } = story;
  const isRecording = phase === 'recording';
  const words = isRecording ? `正在听，${seconds} 秒` : phase === 'starting' ? '正在打开话筒…' : '不想打字？按住说';
  const note = isRecording ? '说完松手；没按着，就点一下' : `最长 ${LONGEST_VOICE_SECONDS} 秒，只有您和社区听得到`;
  return (
    <View className={`post-speak ${isRecording ? 'post-speak-on' : ''}`} {...aria({ role: 'button', label: `${words}。${note}` })} onTouchStart={press} onTouchEnd={release} onTouchCancel={release}>
      <Icon name="mic" size={26} />
      <View>
        <View className="u-bold">{words}</View>
        <View className="u-cap">{note}</View>
      </View>
    </View>
  );
}

function Kept({ story, voice }: { story: StoryVoice; voice: VoiceDraft }) {
  const [isGone, setGone] = useState(false);
  const isSending = story.phase === 'sending';
  const state = isSending ? '正在传给社区…' : voice.fileId === null ? '还没传到' : '社区听完，写成字再给邻居看';
  return (
    <View className="post-kept">
      <View className="u-row u-gap3">
        <Icon name={voice.fileId === null ? 'mic' : 'check'} size={24} />
        <View className="u-grow">
          <View className="u-bold">录好了，{voice.seconds} 秒</View>
          <View className="u-cap">{state}</View>
        </View>
      </View>
      <View className="u-row u-wrap u-gap3 u-mt3">
        {isGone ? <View className="u-cap">这台手机上放不出来了，录音还在</View> : <VoicePlayer url={voice.localPath} onBroken={() => setGone(true)} />}
        {voice.fileId === null && !isSending && <Button kind="secondary" size="small" icon="refresh" onClick={story.sendAgain}>再传一次</Button>}
        <Button kind="text" size="small" disabled={isSending} onClick={story.throwAway}>不要了</Button>
      </View>
    </View>
  );
}
