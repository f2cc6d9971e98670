import { View } from '@tarojs/components';
import { LIMITS, type MeView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { Screen } from '@/components/screen/screen';
import { VoiceBox, type VoiceBoxWords } from '@/components/voice-box/voice-box';
import { canRecordVoice } from '@/lib/voice-recorder';
import type { PostWish } from '../use-post-wish';
import { isPublicisedFirst, valueCapFenFor } from '../value-cap';
import { hasStory } from '../wish-form';
import { CategoryGuess } from './category-guess';
import { DetailsFold } from './details-fold';
import { OnBehalf } from './on-behalf';
import { SimilarWishes } from './similar-wishes';
import './post.css';

const VOICE_WORDS: VoiceBoxWords = { audience: '只有您和社区听得到', sending: '正在传给社区…', kept: '社区听完，写成字再给邻居看' };

interface WriteStepProps {
  readonly post: PostWish;
  readonly me: MeView;
  readonly onOpenWish: (wishId: string) => void;
}

/** First screen: one box for words; everything else is guessed or folded. */
export function WriteStep({ post, me, onOpenWish }: WriteStepProps) {
  const { form, change, errors } = post;
  const isSaid = hasStory(form);
  const isSending = post.photos.isSending || post.voice.phase !== 'idle';
  const waitText = post.photos.isSending ? '照片还在传' : '录音还没好';
  const emptyText = canRecordVoice ? '先写一句，或说一段' : '先写一句话';
  const button = <Button disabled={!isSaid || isSending} reason={isSending ? waitText : emptyText} onClick={post.lookAtIt}>下一步，看看样子</Button>;
  return (
    <Screen title="发心愿" bottom={<BottomBar aside={post.savedAtMs === null ? undefined : <DraftWords />}>{button}</BottomBar>}>
      <PostProgress step={1} />
      <View className="u-display u-preline u-mt4">想请邻居{'\n'}帮什么忙？</View>
      <View className="u-mt4">
        <Field
          kind="textarea" value={form.words} maxLength={LIMITS.storyCharacters}
          placeholder="比如：妈妈出门不方便，想请一位师傅上门给她理个发，周末都行。" hint={canRecordVoice ? '别写门牌和电话' : '点键盘上的话筒，说出来也行。别写门牌和电话。'}
          error={errors.story ?? errors.title} onChange={(words) => change({ words })}
        />
      </View>
      {(canRecordVoice || form.voice !== null) && <View className="u-mt3"><VoiceBox note={post.voice} words={VOICE_WORDS} error={errors.storyVoiceFileId} /></View>}
      <View className="u-mt3">
        <PhotoPicker photos={post.photos.photos} max={LIMITS.photosPerWish} note={errors.photoFileIds ?? `照片可不放，最多 ${LIMITS.photosPerWish} 张`} onAdd={() => void post.photos.add()} onRemove={post.photos.remove} onRetry={post.photos.retry} />
      </View>
      {isSaid && <View className="u-mt4"><CategoryGuess filled={post.filled} onChange={(category) => change({ category })} /></View>}
      {post.similar.length > 0 && <View className="u-mt4"><SimilarWishes wishes={post.similar} onOpen={onOpenWish} /></View>}
      <View className="u-mt4"><DetailsFold form={form} filled={post.filled} errors={errors} valueCapFen={valueCapFenFor(me, form)} publicityFromFen={me.rules.valueCapFen} onChange={change} /></View>
      <View className="u-mt4"><OnBehalf form={form} errors={errors} asksPublicity={isPublicisedFirst(me, form)} onChange={change} /></View>
      {post.failure !== null && <View className="u-mt4"><Notice tone="accent">{post.failure.message}</Notice></View>}
    </Screen>
  );
}

function DraftWords() {
  return <View className="u-cap post-draft">草稿已存{'\n'}随时能接着写</View>;
}

/** Where one is of two steps. */
export function PostProgress({ step }: { step: 1 | 2 }) {
  return (
    <View className="post-progress" aria-label={`第 ${step} 步，共 2 步`}>
      <View className="post-progress-part post-progress-on" />
      <View className={`post-progress-part ${step === 2 ? 'post-progress-on' : ''}`} />
    </View>
  );
}
