import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';

export interface SpellingSheetProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly story: string;
  readonly isBusy: boolean;
  readonly error: string;
  readonly onApprove: (words: { readonly title: string; readonly story: string }) => void;
  readonly onClose: () => void;
}

/** Spelling put right while approving; the meaning stays, and the poster is told. */
export function SpellingSheet({ isOpen, title, story, isBusy, error, onApprove, onClose }: SpellingSheetProps) {
  const [words, setWords] = useState({ title, story });
  const isReady = words.title.trim() !== '' && words.story.trim() !== '';
  return (
    <Sheet isOpen={isOpen} title="顺一顺字句" onClose={onClose} action={<Button busy={isBusy} busyText="正在发布…" disabled={!isReady} reason="标题和正文都不能空着" onClick={() => onApprove(words)}>改好了，通过并发布</Button>}>
      <View className="u-sub">只改错字和不通顺的地方，意思别动；对方会收到一句说明。</View>
      <View className="u-mt3"><Field label="标题" value={words.title} maxLength={LIMITS.titleCharacters} showCount onChange={(text) => setWords({ ...words, title: text })} /></View>
      <View className="u-mt3"><Field kind="textarea" label="正文" value={words.story} maxLength={LIMITS.storyCharacters} showCount error={error} onChange={(text) => setWords({ ...words, story: text })} /></View>
    </Sheet>
  );
}
