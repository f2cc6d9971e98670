import { useEffect, useRef, useState } from 'react';
import Taro from '@tarojs/taro';
import { Button } from '@/components/button/button';

/** Plays the recorded consent; the player is made at the first tap and let go with the page. */
export function ConsentVoice({ url, onBroken }: { url: string; onBroken: () => void }) {
  const [isPlaying, setPlaying] = useState(false);
  const player = useRef<Taro.InnerAudioContext | null>(null);
  useEffect(() => () => player.current?.destroy(), []);

  const toggle = (): void => {
    if (player.current === null) {
      const audio = Taro.createInnerAudioContext();
      audio.src = url;
      audio.onEnded(() => setPlaying(false));
      audio.onError(() => {
        setPlaying(false);
        onBroken();
      });
      player.current = audio;
    }
    if (isPlaying) player.current.pause();
    else player.current.play();
    setPlaying(!isPlaying);
  };
  return <Button kind="secondary" size="small" icon="mic" onClick={toggle}>{isPlaying ? '停下' : '听一遍'}</Button>;
}
