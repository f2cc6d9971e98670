import { useState } from 'react';
import { Image, View } from '@tarojs/components';
import type { PhotoInDoubtView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { SectionHead } from '@/components/section-head/section-head';
import { WordsSheet } from '@/components/words-sheet/words-sheet';
import './photos-in-doubt.css';

export type PhotoDecision = { readonly kind: 'clear' } | { readonly kind: 'refuse'; readonly reason: string };

interface PhotosInDoubtProps {
  readonly photos: readonly PhotoInDoubtView[];
  /** Whether this reader says what becomes of them; else they only learn that somebody looks. */
  readonly canJudge: boolean;
  /** What is being sent, and what was wrong with it. */
  readonly command: { readonly isBusy: boolean; readonly failure: { readonly message: string } | null; readonly fields: Readonly<Record<string, string>>; readonly clear: () => void };
  /** Answers whether it was taken. */
  readonly onJudge: (photoKey: string, decision: PhotoDecision) => Promise<boolean>;
}

/** Photos of something told in public that the check was not sure of: neighbours see each once one of the staff has looked. */
export function PhotosInDoubt({ photos, canJudge, command, onJudge }: PhotosInDoubtProps) {
  const [refused, setRefused] = useState<string | null>(null);
  const [first] = photos;
  if (first === undefined) return null;
  if (!canJudge) return <View className="u-sub u-mt3">有 {photos.length} 张照片，自动检查拿不准，等社区看过，邻居才看得到。</View>;
  return (
    <View>
      <SectionHead title="照片等您看一眼" note={photos.length > 1 ? `还有 ${photos.length} 张` : ''} />
      <Card>
        {first.url === null ? <View className="u-sub">照片这会儿打不开，过一会儿再来。</View> : <Image className="ly-doubt-photo" src={first.url} mode="aspectFit" />}
        <View className="u-sub u-mt3">只看能不能公开：不违法、不吓人，没有人脸、门牌和别人的隐私。</View>
        {command.failure !== null && refused === null && <View className="u-sub u-accent u-mt2">{command.failure.message}</View>}
        {first.url !== null && (
          <View className="u-mt4">
            <Button kind="green" busy={command.isBusy && refused === null} busyText="正在记…" onClick={() => void onJudge(first.photoKey, { kind: 'clear' })}>没问题，公开</Button>
            <View className="u-center u-mt2"><Button kind="text" onClick={() => { command.clear(); setRefused(first.photoKey); }}>不能公开</Button></View>
          </View>
        )}
      </Card>
      <WordsSheet isOpen={refused !== null} title="这张不公开？" note="写的字都在，只是这张照片不放出来。传照片的人看得到您写的。" placeholder="比如：拍到了门牌，换一张就行" actionText="不公开，说一声" command={command} field="decision.reason" onClose={() => setRefused(null)} onSend={async (reason) => { if (refused !== null && (await onJudge(refused, { kind: 'refuse', reason }))) setRefused(null); }} />
    </View>
  );
}
