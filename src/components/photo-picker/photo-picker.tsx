import { Image, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { aria } from '@/lib/aria';
import '@/components/photo-grid/photo-grid.css';
import './photo-picker.css';

/** One photo of a form; `PhotoDraft` of src/lib fits. On its way while it has neither id nor failure. */
export interface PickedPhoto {
  readonly key: string;
  readonly localPath: string;
  readonly fileId: string | null;
  readonly failureText: string | null;
}

export interface PhotoPickerProps {
  photos: readonly PickedPhoto[];
  max: number;
  onAdd: () => unknown;
  onRemove: (key: string) => void;
  onRetry?: (key: string) => void;
  /** Words on the empty square. */
  label?: string;
  note?: string;
}

/** Photos being added: each shows whether it has arrived, is on its way, or must be sent again. */
export function PhotoPicker({ photos, max, onAdd, onRemove, onRetry, label = '加照片', note }: PhotoPickerProps) {
  return (
    <View>
      <View className="ly-photos">
        {photos.map((photo, index) => (
          <PhotoSquare key={photo.key} photo={photo} index={index} onRemove={onRemove} onRetry={onRetry} />
        ))}
        {photos.length < max && (
          <View className="ly-photo ly-photo-add" onClick={() => void onAdd()} {...aria({ role: 'button', label })}>
            <View className="ly-photo-inside">
              <Icon name="camera" size={26} />
              <View className="u-cap">{label}</View>
            </View>
          </View>
        )}
      </View>
      {note !== undefined && <View className="u-cap u-mt2">{note}</View>}
    </View>
  );
}

interface PhotoSquareProps {
  photo: PickedPhoto;
  index: number;
  onRemove: (key: string) => void;
  onRetry: ((key: string) => void) | undefined;
}

function PhotoSquare({ photo, index, onRemove, onRetry }: PhotoSquareProps) {
  const isSending = photo.fileId === null && photo.failureText === null;
  return (
    <View className="ly-photo" {...aria({ label: `照片 ${index + 1}` })}>
      <Image className="ly-photo-image" src={photo.localPath} mode="aspectFill" />
      {isSending && <View className="ly-photo-veil"><Icon name="refresh" size={22} className="ly-photo-turn" /><View>正在传</View></View>}
      {photo.failureText !== null && (
        <View className="ly-photo-veil" onClick={() => onRetry?.(photo.key)} {...aria({ role: 'button' })}>
          <Icon name="refresh" size={22} />
          <View>{photo.failureText}</View>
        </View>
      )}
      <View className="ly-photo-remove" onClick={() => onRemove(photo.key)} {...aria({ role: 'button', label: `去掉照片 ${index + 1}` })}>
        <View className="ly-photo-cross"><Icon name="close" size={15} /></View>
      </View>
    </View>
  );
}
