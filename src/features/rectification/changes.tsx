import { View } from '@tarojs/components';
import type { PhotoView, RectificationAnswerView } from '@contract';
import { Card } from '@/components/card/card';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';

/** What the rated side says it changed, with its photos. */
export function Changes({ changes }: { changes: readonly RectificationAnswerView[] }) {
  return (
    <>
      {changes.map((answer, index) => (
        <Card key={answer.atMs}>
          <View className="u-h3">{index === 0 ? '怎么改的' : '又补了'}</View>
          <View className="u-body u-mt2 u-break">{answer.words}</View>
          <Photos photos={answer.photos} />
        </Card>
      ))}
    </>
  );
}

function Photos({ photos }: { photos: readonly PhotoView[] }) {
  const urls = photos.flatMap((photo) => (photo.url === null ? [] : [photo.url]));
  if (photos.length === 0) return null;
  return (
    <View className="u-mt3">
      {urls.length > 0 && <PhotoGrid urls={urls} />}
      {urls.length < photos.length && <View className="u-cap u-mt1">{photos.length - urls.length} 张照片还在检查，检查好了才看得到</View>}
    </View>
  );
}
