import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import { VoicePlayer } from '@/components/voice-player/voice-player';

export interface SpellingSheetProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly story: string;
  /** Only spoken so far: it is written down here for the first time. */
  readonly isUnwritten: boolean;
  /** What was said, to hear while writing; null when there is nothing to hear. */
  readonly voiceUrl: string | null;
  readonly isBusy: boolean;
  readonly error: string;
  readonly onApprove: (words: { readonly title: string; readonly story: string }) => void;
  readonly onClose: () => void;
}

/** Spelling put right while approving, or what was said written down; the meaning stays, and the poster is told. */
export function SpellingSheet({ isOpen, title, story, isUnwritten, voiceUrl, isBusy, error, onApprove, onClose }: SpellingSheetProps) {
  const [words, setWords] = useState({ title, story });
  const [isBroken, setBroken] = useState(false);
  const isReady = words.title.trim() !== '' && words.story.trim() !== '';
  return (
    <Sheet isOpen={isOpen} title={isUnwritten ? '写成文字' : '顺一顺字句'} onClose={onClose} action={<Button busy={isBusy} busyText="正在发布…" disabled={!isReady} reason="标题和正文都不能空着" onClick={() => onApprove(words)}>{isUnwritten ? '写好了，通过并发布' : '改好了，通过并发布'}</Button>}>
      <View className="u-sub">{isUnwritten ? '照 TA 的意思写标题和正文，别写病情、门牌和电话；对方会收到一句说明。' : '只改错字和不通顺的地方，意思别动；对方会收到一句说明。'}</View>
      {voiceUrl !== null && !isBroken && <View className="u-mt3"><VoicePlayer url={voiceUrl} onBroken={() => setBroken(true)} /></View>}
      <View className="u-mt3"><Field label="标题" value={words.title} maxLength={LIMITS.titleCharacters} showCount onChange={(text) => setWords({ ...words, title: text })} /></View>
      <View className="u-mt3"><Field kind="textarea" label="正文" value={words.story} maxLength={LIMITS.storyCharacters} showCount error={error} onChange={(text) => setWords({ ...words, story: text })} /></View>
    </Sheet>
  );
}
