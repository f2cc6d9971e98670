import { View } from '@tarojs/components';
import { LIMITS, type MeView, WISH_CATEGORY_LABEL } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { WishCard } from '@/components/wish-card/wish-card';
import { formatMoney, formatWindow } from '@/lib/format';
import { pictureOfCategory } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { stepsBeforeSending } from '../after-steps';
import type { PostWish } from '../use-post-wish';
import { parseYuan } from '../wish-form';
import { AfterList } from './after-list';
import { PostProgress } from './write-step';
import './post.css';

/** Second screen: what neighbours will see, what happens next, and the one button. */
export function LookStep({ post, me }: { post: PostWish; me: MeView }) {
  const { form, filled } = post;
  const nowMs = serverNowMs();
  const urls = form.photos.map((photo) => photo.localPath);
  return (
    <Screen title="发心愿" onBack={post.backToWriting} bottom={<BottomBar failure={post.failure}><Button busy={post.isBusy} busyText="正在发给社区…" onClick={post.send}>发给社区看看</Button></BottomBar>}>
      <PostProgress step={2} />
      <View className="u-h2 u-mt4">邻居会看到这样</View>
      <View className="u-mt3">
        <WishCard
          title={filled.title} drawing={pictureOfCategory(filled.category)} meta={lookMeta(post)}
          delivered={0} held={0} open={form.shares} placeText="本小区" timeText={formatWindow(filled.windowEndMs, nowMs)} urgent={form.urgency === 'urgent'}
          onClick={post.backToWriting}
        />
      </View>
      <View className="u-mt4">
        <Field label="墙上先看到这一句，可以改" value={filled.title} maxLength={LIMITS.titleCharacters} showCount error={post.errors.title} onChange={(title) => post.change({ title })} />
      </View>
      <View className="u-mt4">
        <Card tone="sunk">
          <View className="u-cap">点开以后看到</View>
          {form.words.trim() !== '' && <View className="u-body u-preline u-break u-mt1">{form.words}</View>}
          {form.voice !== null && <View className="u-sub u-mt1">您说的 {form.voice.seconds} 秒：社区听完写成文字，邻居看文字，不听录音。</View>}
          {urls.length > 0 && <View className="u-mt3"><PhotoGrid urls={urls} /></View>}
        </Card>
      </View>
      <View className="u-mt6"><SectionHead title="发出去以后" /><AfterList steps={stepsBeforeSending(nowMs, filled.windowEndMs, me.rules)} /></View>
      <View className="u-mt4"><Notice icon="lock">不公开您的姓名、门牌和电话。有急事，打社区 {me.dutyPhone}。</Notice></View>
    </Screen>
  );
}

function lookMeta(post: PostWish): readonly string[] {
  const valueFen = parseYuan(post.form.valueYuan);
  const value = valueFen === null || Number.isNaN(valueFen) ? '' : `约 ${formatMoney(Math.round(valueFen / post.form.shares))}${post.form.shares > 1 ? ' 一份' : ''}`;
  return [WISH_CATEGORY_LABEL[post.filled.category], post.form.isOnBehalf ? '代发' : '邻居发的', value];
}
