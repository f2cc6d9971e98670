import Taro from '@tarojs/taro';
import { Image, View } from '@tarojs/components';
import type { PhotoView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Tag } from '@/components/tag/tag';
import { useApiCommand } from '@/lib/use-api-command';
import './review.css';

const STATE_TAG = {
  checking: { tone: 'plain', icon: 'clock', text: '还在检查' },
  shown: { tone: 'green', icon: 'check', text: '可以公开' },
  human: { tone: 'ochre', icon: 'ask', text: '等您看一眼' },
  refused: { tone: 'plain', icon: 'close', text: '不公开' },
} as const;

/** The wish's photos; those the check could not decide ask for a verdict. */
export function PhotoVerdicts({ wishId, photos }: { wishId: string; photos: readonly PhotoView[] }) {
  if (photos.length === 0) return null;
  const urls = photos.flatMap((photo) => (photo.url === null ? [] : [photo.url]));
  return (
    <View className="u-stack">
      {photos.map((photo) => <PhotoVerdict key={photo.photoId} wishId={wishId} photo={photo} urls={urls} />)}
    </View>
  );
}

function PhotoVerdict({ wishId, photo, urls }: { wishId: string; photo: PhotoView; urls: readonly string[] }) {
  const command = useApiCommand('review.photo', { about: photo.photoId, invalidates: ['review.get', 'staff.queue', 'wish.get'] });
  const tag = STATE_TAG[photo.state];
  const judge = (verdict: 'show' | 'refuse'): void => {
    void command.run({ wishId, photoId: photo.photoId, verdict });
  };
  return (
    <View>
      {photo.url === null ? (
        <View className="rev-photo-image rev-photo-wait">照片还没取到</View>
      ) : (
        <Image className="rev-photo-image" src={photo.url} mode="aspectFill" onClick={() => void Taro.previewImage({ current: photo.url ?? '', urls: [...urls] })} />
      )}
      <View className="u-row u-between u-wrap u-gap2 u-mt2">
        <Tag tone={tag.tone} icon={tag.icon}>{tag.text}</Tag>
        {photo.state !== 'checking' && (
          <View className="u-row u-gap2">
            {photo.state !== 'shown' && <Button kind="secondary" size="small" busy={command.isBusy} onClick={() => judge('show')}>可以公开</Button>}
            {photo.state !== 'refused' && <Button kind="secondary" size="small" busy={command.isBusy} onClick={() => judge('refuse')}>不公开</Button>}
          </View>
        )}
      </View>
      {command.failure !== null && <View className="u-mt2"><Notice tone="warn">{command.failure.message}</Notice></View>}
    </View>
  );
}
