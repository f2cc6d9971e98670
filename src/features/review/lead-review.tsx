import { View } from '@tarojs/components';
import { ErrorState } from '@/components/error-state/error-state';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Button } from '@/components/button/button';
import { formatMoney } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { pictureOf } from '@/lib/picture-of';
import { useApiQuery } from '@/lib/use-api';
import { BenefitPanel } from './benefit-panel';
import { CheckList } from './check-list';
import { DecisionPanel } from './decision-panel';
import { PhotoVerdicts } from './photo-verdicts';
import { SpokenStory } from './spoken-story';
import { unsurePhotos } from './unsure-photos';
import { wishBrief } from './wish-brief';
import './review.css';

/** The opened task when it is a wish to look at: enough to decide most of them here, the whole page one tap away. */
export function LeadReview({ wishId, onDecided }: { wishId: string; onDecided: (words: string) => void }) {
  const query = useApiQuery('review.get', { wishId });
  const openWhole = (): void => void openPage('staffReview', { wishId });
  if (query.isLoading) return <SkeletonList count={2} kind="row" />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  const review = query.data;
  const { storyVoice } = review.wish;
  const unsure = unsurePhotos(review.wish);
  return (
    <View>
      <View className="u-row u-top u-gap3" onClick={openWhole}>
        <View className="u-grow">
          <View className="u-h3">{review.wish.title}</View>
          <View className="u-sub u-mt1">{wishBrief(review, formatMoney)}</View>
          {review.wish.story !== '' && <View className="u-sub u-two u-mt1">{review.wish.story}</View>}
        </View>
        <PictureTile drawing={pictureOf(review.wish.pictureKey)} size={56} />
      </View>
      <View className="u-mt3"><CheckList checks={review.checks} /></View>
      {storyVoice !== null && (review.wish.story === '' || storyVoice.state === 'human') && <View className="u-mt3"><SpokenStory wishId={wishId} voice={storyVoice} /></View>}
      {unsure.length > 0 && <View className="u-mt3"><PhotoVerdicts wishId={wishId} photos={unsure} /></View>}
      <View className="u-center"><Button kind="text" size="small" onClick={openWhole}>看完整的心愿</Button></View>
      {review.wish.state === 'review' && (review.benefits.state === 'pending' ? <BenefitPanel review={review} onDecided={onDecided} /> : <DecisionPanel wish={review.wish} onDecided={onDecided} />)}
    </View>
  );
}
