import { useState } from 'react';
import { View } from '@tarojs/components';
import type { PhotoView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { VoicePlayer } from '@/components/voice-player/voice-player';
import { useApiCommand } from '@/lib/use-api-command';
import './review.css';

/** What the poster said, for staff to hear and write down; where the check was unsure, they decide about it as well. */
export function SpokenStory({ wishId, voice }: { wishId: string; voice: PhotoView }) {
  const [isBroken, setBroken] = useState(false);
  return (
    <View className="rev-answer">
      <View className="u-bold">说的录音</View>
      <View className="u-cap">邻居听不到，只看您写下的字</View>
      <View className="u-mt2">
        {voice.url === null || isBroken
          ? <View className="u-sub u-ochre">{voice.state === 'checking' ? '录音还在检查，过一会儿下拉刷新再听。' : '录音没取到，下拉刷新再听；还不行就问一句。'}</View>
          : <VoicePlayer url={voice.url} onBroken={() => setBroken(true)} />}
      </View>
      {voice.state === 'human' && <VoiceVerdict wishId={wishId} photoId={voice.photoId} />}
    </View>
  );
}

function VoiceVerdict({ wishId, photoId }: { wishId: string; photoId: string }) {
  const command = useApiCommand('review.photo', { about: photoId, invalidates: ['review.get', 'staff.queue', 'wish.get'] });
  const judge = (verdict: 'show' | 'refuse'): void => void command.run({ wishId, photoId, verdict });
  return (
    <View className="u-mt3">
      <View className="u-sub">自动检查拿不准，请您听一遍再定。</View>
      <View className="u-row u-wrap u-gap2 u-mt2">
        <Button kind="secondary" size="small" busy={command.isBusy} onClick={() => judge('show')}>没问题，留着</Button>
        <Button kind="secondary" size="small" busy={command.isBusy} onClick={() => judge('refuse')}>不合适，不留</Button>
      </View>
      {command.failure !== null && <View className="u-mt2"><Notice tone="warn">{command.failure.message}</Notice></View>}
    </View>
  );
}
