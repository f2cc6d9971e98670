import { Image, View } from '@tarojs/components';
import { aria } from '@/lib/aria';
import './photo-grid.css';

export interface PhotoGridProps {
  urls: readonly string[];
  /** Told to screen readers before the number of the photo. */
  label?: string;
  onOpen?: (index: number) => void;
}

/** Photos in squares, three in a row. */
export function PhotoGrid({ urls, label = '照片', onOpen }: PhotoGridProps) {
  return (
    <View className="ly-photos">
      {urls.map((url, index) => (
        <View key={url} className="ly-photo" onClick={() => onOpen?.(index)} {...aria({ role: 'img', label: `${label} ${index + 1}` })}>
          <Image className="ly-photo-image" src={url} mode="aspectFill" lazyLoad />
        </View>
      ))}
    </View>
  );
}
