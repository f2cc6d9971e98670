import { useEffect, useRef, useState } from 'react';
import Taro from '@tarojs/taro';
import { Button } from '@/components/button/button';

interface VoicePlayerProps {
  readonly url: string;
  /** Words of the button while nothing plays. */
  readonly text?: string;
  /** It could not be played: the link is over, or the file is gone from this phone. */
  readonly onBroken: () => void;
}

/** Plays a recording; the player is made at the first tap and let go with the page or when another recording comes. */
export function VoicePlayer({ url, text = '听一遍', onBroken }: VoicePlayerProps) {
  const [isPlaying, setPlaying] = useState(false);
  const player = useRef<Taro.InnerAudioContext | null>(null);
  useEffect(
    () => () => {
      player.current?.destroy();
      player.current = null;
    },
    [url],
  );

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
  return <Button kind="secondary" size="small" icon="mic" onClick={toggle}>{isPlaying ? '停下' : text}</Button>;
}
