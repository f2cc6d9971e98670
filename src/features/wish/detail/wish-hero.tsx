import { Image, Swiper, SwiperItem, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { PhotoView, WishDetailView } from '@contract';
import { Drawing } from '@/components/drawing/drawing';
import { pictureOf } from '@/lib/picture-of';
import './detail.css';

const TONE_OF_CATEGORY: Readonly<Record<WishDetailView['category'], string>> = {
  goods: 'accent', service: 'accent', companionship: 'green', skill: 'ochre', repair: 'ochre', study: 'green',
};

/** What an owner reads on a photo that others do not see yet. */
const HIDDEN_TEXT: Readonly<Record<Exclude<PhotoView['state'], 'shown'>, string>> = {
  checking: '照片正在检查，过一会儿邻居就能看到',
  human: '照片要社区看一眼才公开',
  refused: '这张照片不能公开',
};

/** The top of a wish: its photos to leaf through, or its drawing on a tinted ground. */
export function WishHero({ wish }: { wish: WishDetailView }) {
  const [index, setIndex] = useState(0);
  const photos = wish.photos.filter((photo) => photo.url !== null || photo.state !== 'shown');
  const urls = photos.flatMap((photo) => (photo.url === null ? [] : [photo.url]));
  if (photos.length === 0) {
    return (
      <View className={`detail-hero detail-hero-${TONE_OF_CATEGORY[wish.category]}`}>
        <Drawing name={pictureOf(wish.pictureKey)} size={150} />
      </View>
    );
  }
  return (
    <View className="detail-hero detail-hero-photos">
      <Swiper className="detail-swiper" circular={false} onChange={(event) => setIndex(event.detail.current)}>
        {photos.map((photo) => (
          <SwiperItem key={photo.photoId}>
            <HeroPhoto photo={photo} onOpen={(url) => void Taro.previewImage({ current: url, urls })} />
          </SwiperItem>
        ))}
      </Swiper>
      {photos.length > 1 && <View className="detail-count">{index + 1} / {photos.length}</View>}
    </View>
  );
}

function HeroPhoto({ photo, onOpen }: { photo: PhotoView; onOpen: (url: string) => void }) {
  const { url } = photo;
  return (
    <View className="detail-photo">
      {url !== null && <Image className="detail-image" src={url} mode="aspectFill" onClick={() => onOpen(url)} />}
      {photo.state !== 'shown' && <View className="detail-photo-words">{HIDDEN_TEXT[photo.state]}</View>}
    </View>
  );
}
