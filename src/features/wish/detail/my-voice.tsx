import { useState } from 'react';
import { View } from '@tarojs/components';
import type { WishDetailView } from '@contract';
import { VoicePlayer } from '@/components/voice-player/voice-player';
import './detail.css';

/** What the poster said, for themselves and staff; neighbours read the words. */
export function MyVoice({ wish }: { wish: WishDetailView }) {
  const [isBroken, setBroken] = useState(false);
  if (wish.storyVoice === null) return null;
  const { url, state } = wish.storyVoice;
  return (
    <View className="detail-voice">
      <View className="u-bold">{wish.isMine ? '您说的话' : '说的录音'}</View>
      <View className="u-cap">{wish.story === '' ? '社区听完写成文字，邻居才看得到' : '只有发的人和社区听得到，邻居看文字'}</View>
      <View className="u-mt2">
        {url === null || isBroken ? <View className="u-sub">{state === 'checking' ? '正在检查，过一会儿就能听' : '现在放不出来，下拉刷新再试'}</View> : <VoicePlayer url={url} onBroken={() => setBroken(true)} />}
      </View>
    </View>
  );
}
