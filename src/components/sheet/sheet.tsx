import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import Popup from '@nutui/nutui-react-taro/dist/es/packages/popup';
import '@nutui/nutui-react-taro/dist/es/packages/popup/style/css';
import { Icon } from '@/components/icon/icon';
import { aria } from '@/lib/aria';
import { useLargeType } from '@/lib/settings';
import './sheet.css';

export interface SheetProps {
  isOpen: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** The one button; stays at the foot while the words above scroll. */
  action?: ReactNode;
}

/** A sheet of paper from below: grip, title, close, one button. A tap beside it closes it. */
export function Sheet({ isOpen, title, onClose, children, action }: SheetProps) {
  const large = useLargeType();
  return (
    <Popup visible={isOpen} position="bottom" round destroyOnClose className="ly-sheet-popup" onClose={onClose} onOverlayClick={() => { onClose(); return true; }}>
      <View className={`ly-sheet ${large ? 'type-large' : ''}`} {...aria({ role: 'dialog', label: title })}>
        <View className="ly-sheet-grip" />
        <View className="ly-sheet-head">
          <View className="u-title u-grow">{title}</View>
          <View className="ly-sheet-close" onClick={onClose} {...aria({ role: 'button', label: '关闭' })}>
            <View className="ly-sheet-disc"><Icon name="close" size={20} /></View>
          </View>
        </View>
        <View className="ly-sheet-body">{children}</View>
        {action !== undefined && <View className="ly-sheet-foot">{action}</View>}
      </View>
    </Popup>
  );
}
