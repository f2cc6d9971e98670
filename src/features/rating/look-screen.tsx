import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, RATING_MEDIA_LABEL, type RatingMediaTaskView, type RatingMediaView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { TitleWords } from '@/components/title-words/title-words';
import { useDraft } from '@/lib/drafts';
import { formatDate } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { RatingFile } from './rating-media';

/** Staff look at a photo, listen to a recording or read words that the check was not sure of; one after the other where there are several. */
export function LookScreen({ task, onDone }: { task: RatingMediaTaskView; onDone: (words: string) => void }) {
  const [media, ...later] = task.media;
  if (media === undefined) return <EmptyState scene="branch" title="现在不用看了" note="同事已经看过，或者检查有了结果。" action={<Button onClick={() => void openPage('staffQueue')}>回社区待办</Button>} />;
  return (
    <View>
      <View className="u-row u-top u-gap3 u-mt2">
        <PictureTile drawing={pictureOf(task.pictureKey)} size={56} />
        <View className="u-grow">
          <TitleWords text={task.title} className="u-h2" />
          <View className="u-cap u-mt1">{formatDate(task.createdAtMs, serverNowMs())}评的</View>
        </View>
      </View>
      {task.words !== '' && media.kind !== 'words' && <View className="u-body u-break u-hang u-mt3">“{task.words}”</View>}
      <View className="u-sub u-mt3">只看能不能留：不违法、不吓人、没有别人的隐私。说好说坏都能留。</View>
      <View className="u-mt4"><Judged key={media.kind} ratingId={task.ratingId} media={media} words={task.words} onDone={later.length === 0 ? onDone : toast} /></View>
      {later.length > 0 && <View className="u-sub u-center u-mt3">还有{later.map(({ kind }) => RATING_MEDIA_LABEL[kind]).join('、')}，接着看。</View>}
      <View className="u-cap u-center u-mt4">看过一次，记一笔。别外放，别转给别人。</View>
    </View>
  );
}

const REASONS: Readonly<Record<RatingMediaView['kind'], readonly string[]>> = {
  voice: ['里面说了别人的隐私，不能留', '里面的话不合适，不能留'],
  photo: ['拍到了别人的脸或门牌，不能留', '内容不合适，不能留'],
  words: ['里面写了别人的隐私，不能留', '里面的话不合适，不能留'],
};

const EMPTY = { reason: '' };

function Judged({ ratingId, media, words, onDone }: { ratingId: string; media: RatingMediaView; words: string; onDone: (words: string) => void }) {
  const draft = useDraft(`rating.look.${ratingId}.${media.kind}`, EMPTY);
  const [isRefusing, setRefusing] = useState(false);
  const judge = useApiCommand('rating.judgeMedia', { about: `${ratingId}:${media.kind}`, invalidates: ['staff.queue', 'rating.readMedia'] });
  const label = RATING_MEDIA_LABEL[media.kind];
  const reason = draft.value.reason.trim();
  const send = async (isClear: boolean): Promise<void> => {
    const decision = isClear ? ({ kind: 'clear' } as const) : ({ kind: 'refuse', reason } as const);
    if ((await judge.run({ ratingId, media: media.kind, decision })) === null) return;
    draft.clear();
    onDone(isClear ? `${label}留下了` : `${label}没有留下，评的人会知道`);
  };
  return (
    <Card>
      <View className="u-h3">{label}</View>
      <View className="u-mt3">{media.kind === 'words' ? <View className="u-body u-break u-hang">“{words}”</View> : <RatingFile media={media} />}</View>
      {isRefusing ? (
        <View className="u-mt4">
          <ChipWrap>{REASONS[media.kind].map((each) => <Chip key={each} on={draft.value.reason === each} onClick={() => draft.change({ reason: each })}>{each}</Chip>)}</ChipWrap>
          <View className="u-mt3"><Field label="为什么，评的人看得到" value={draft.value.reason} maxLength={LIMITS.noteCharacters} placeholder="写一句让对方明白" error={judge.fields['decision.reason']} onChange={(text) => { judge.clear(); draft.change({ reason: text }); }} /></View>
          <View className="u-mt3"><Button busy={judge.isBusy} busyText="正在记…" disabled={reason === ''} reason="先写一句为什么" onClick={() => send(false)}>不留，告诉评的人</Button></View>
          <View className="u-center u-mt2"><Button kind="text" onClick={() => setRefusing(false)}>再想想</Button></View>
        </View>
      ) : (
        <View className="u-mt4">
          <Button kind="green" busy={judge.isBusy} busyText="正在记…" onClick={() => send(true)}>没问题，留下</Button>
          <View className="u-center u-mt2"><Button kind="text" onClick={() => setRefusing(true)}>不能留</Button></View>
        </View>
      )}
      {judge.failure !== null && judge.fields['decision.reason'] === undefined && <View className="u-mt3"><Notice tone="warn">{judge.failure.message}</Notice></View>}
    </Card>
  );
}
