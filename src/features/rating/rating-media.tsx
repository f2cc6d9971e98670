import Taro from '@tarojs/taro';
import { Image, View } from '@tarojs/components';
import type { RatingMediaView } from '@contract';
import { HeardVoice } from '@/components/heard-voice/heard-voice';
import { aria } from '@/lib/aria';
import { mediaLine } from './media-words';
import './rating.css';

/** A recording to hear or a photo to look at. */
export function RatingFile({ media }: { media: RatingMediaView }) {
  const { kind, url } = media;
  if (kind === 'voice') return <HeardVoice voice={media} />;
  if (url === null) return <View className="u-sub">照片现在取不到，下拉刷新再看</View>;
  return <View className="rate-photo" {...aria({ role: 'img', label: '评价里的照片' })} onClick={() => void Taro.previewImage({ current: url, urls: [url] })}><Image className="rate-photo-image" src={url} mode="aspectFill" /></View>;
}

/** What came with a rating, for one reader: what they may have, and a line where it is not plain. */
export function RatingFiles({ media, reader }: { media: readonly RatingMediaView[]; reader: 'rater' | 'staff' }) {
  return (
    <>
      {media.map((each) => {
        const line = mediaLine(each, reader);
        return (
          <View key={each.kind} className="u-mt3">
            {each.url !== null && <RatingFile media={each} />}
            {line !== '' && <View className={`u-sub u-break ${each.url === null ? '' : 'u-mt1'}`}>{line}</View>}
          </View>
        );
      })}
    </>
  );
}
