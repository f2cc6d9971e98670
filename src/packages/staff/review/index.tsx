import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { ReviewView } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { MemberGate } from '@/features/member/member-gate';
import { BehalfCard } from '@/features/review/behalf-card';
import { BenefitHits, BenefitPanel } from '@/features/review/benefit-panel';
import { CheckList } from '@/features/review/check-list';
import { DecisionPanel } from '@/features/review/decision-panel';
import { NearbyWishes } from '@/features/review/nearby-wishes';
import { PhotoVerdicts } from '@/features/review/photo-verdicts';
import { ReviewFacts } from '@/features/review/review-facts';
import { SpokenStory } from '@/features/review/spoken-story';
import { unsurePhotos } from '@/features/review/unsure-photos';
import { wishBrief } from '@/features/review/wish-brief';
import { callPhone } from '@/lib/call-phone';
import { timeLeft } from '@/lib/working-time';
import { formatMoney } from '@/lib/format';
import { goBack, openPage, readQuery, replacePage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 审核: the wish as neighbours will see it, what stands behind it, and the three decisions. */
export default function StaffReviewPage() {
  const wishId = readQuery(useRouter().params, 'wishId') ?? '';
  return (
    <Screen title="审核">
      <MemberGate back="staffQueue" roles={['administrator', 'staff', 'socialWorker']}>{() => <Review wishId={wishId} />}</MemberGate>
    </Screen>
  );
}

/** The wish stays here: the ordinary review is next. */
const onBenefit = (words: string): void => void Taro.showToast({ title: words, icon: 'none' });

/** Back to the queue, where the next task lies open; from a message there may be no queue below. */
function toQueue(words: string): void {
  void Taro.showToast({ title: words, icon: 'none' });
  const pages = Taro.getCurrentPages();
  const isQueueBelow = pages[pages.length - 2]?.route?.includes('staff/queue') ?? false;
  void (isQueueBelow ? goBack() : replacePage('staffQueue'));
}

function Review({ wishId }: { wishId: string }) {
  const query = useApiQuery('review.get', { wishId });
  useListPage(query);
  if (query.isLoading) return <SkeletonDetail />;
  if (query.data === undefined) {
    return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '回社区待办', onClick: () => void replacePage('staffQueue') }} />;
  }
  const review = query.data;
  if (review.wish.state === 'review') return <ToDecide review={review} />;
  return unsurePhotos(review.wish).length > 0 || review.wish.storyVoice?.state === 'human' ? <PhotosOnly review={review} /> : <Decided review={review} />;
}

function ToDecide({ review }: { review: ReviewView }) {
  const { wish } = review;
  const left = timeLeft(review.workingMinutesLeft);
  return (
    <View>
      <View className="u-row u-wrap u-gap2 u-mt2">
        <Tag tone={left.tone === 'calm' ? 'plain' : 'accent'} icon="clock">{left.sentence}</Tag>
        {wish.urgency === 'urgent' && <Tag tone="accent" icon="horn">急</Tag>}
      </View>
      <View className="u-title u-mt2">{wish.title}</View>
      <View className="u-sub u-mt1">{wishBrief(review, formatMoney)}</View>
      <View className="u-mt3"><CheckList checks={review.checks} /></View>
      {review.answer !== '' && (
        <View className="rev-answer u-mt3">
          <View className="u-cap">您问过，对方补了一句</View>
          <View className="u-body u-mt1">{review.answer}</View>
        </View>
      )}
      {wish.story !== '' && <View className="u-story u-mt4 u-preline">{wish.story}</View>}
      {wish.storyVoice !== null && <View className="u-mt4"><SpokenStory wishId={wish.wishId} voice={wish.storyVoice} /></View>}
      <View className="u-mt4"><PhotoVerdicts wishId={wish.wishId} photos={wish.photos} /></View>
      <View className="u-mt4"><ReviewFacts review={review} /></View>
      {review.onBehalf !== null && <BehalfCard onBehalf={review.onBehalf} />}
      <Similar review={review} />
      {review.benefits.state !== 'pending' && <BenefitHits benefits={review.benefits} />}
      <View className="u-mt6">{review.benefits.state === 'pending' ? <BenefitPanel review={review} onDecided={onBenefit} /> : <DecisionPanel wish={wish} onDecided={toQueue} />}</View>
      <View className="u-mt4"><Notice icon="phone" onClick={() => void callPhone(wish.dutyPhone)}>急的事打值班电话 {wish.dutyPhone}</Notice></View>
    </View>
  );
}

/** Open wishes of the same household and like ones of the community, so that nobody gets one thing twice by accident. */
function Similar({ review }: { review: ReviewView }) {
  const aids = useApiQuery('review.aids', { wishId: review.wish.wishId });
  const nearby = (aids.data?.nearby ?? []).filter((wish) => review.similar.every((one) => one.wishId !== wish.wishId));
  return (
    <View>
      <NearbyWishes title="这家还开着的" wishes={review.similar} />
      <NearbyWishes title="社区里差不多的" wishes={nearby} />
    </View>
  );
}

/** The wish itself is decided; only photos still wait, its own or of a delivery. */
function PhotosOnly({ review }: { review: ReviewView }) {
  const { wishId, storyVoice } = review.wish;
  return (
    <View>
      <View className="u-title u-mt2">{review.wish.title}</View>
      <View className="u-sub u-mt1">心愿已经看过了，只差照片或录音。照片看不清人脸、门牌和药名，就可以公开。</View>
      <View className="u-mt4"><PhotoVerdicts wishId={wishId} photos={unsurePhotos(review.wish)} /></View>
      {storyVoice?.state === 'human' && <View className="u-mt4"><SpokenStory wishId={wishId} voice={storyVoice} /></View>}
    </View>
  );
}

function Decided({ review }: { review: ReviewView }) {
  return (
    <EmptyState
      scene="branch"
      title="这件已经有人办了"
      note={`“${review.wish.title}”不在待审里了。`}
      action={<Button onClick={() => void replacePage('staffQueue')}>回社区待办</Button>}
      link={{ text: '看这个心愿', onClick: () => void openPage('wishDetail', { wishId: review.wish.wishId }) }}
    />
  );
}
