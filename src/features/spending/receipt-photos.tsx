import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';

/** Receipts, each opened large by a tap. One that the storage no longer has is said, not left out silently. */
export function ReceiptPhotos({ urls }: { urls: readonly (string | null)[] }) {
  const found = urls.filter((url): url is string => url !== null);
  const gone = urls.length - found.length;
  return (
    <View>
      {found.length > 0 && <PhotoGrid urls={found} label="收据" onOpen={(index) => void Taro.previewImage({ current: found[index] ?? '', urls: [...found] })} />}
      {gone > 0 && <View className="u-cap u-mt2">{gone} 张现在打不开，纸质的在社区档案里，可以来看。</View>}
    </View>
  );
}
