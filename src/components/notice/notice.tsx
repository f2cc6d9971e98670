import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/drawings';
import { aria } from '@/lib/aria';
import './notice.css';

export type NoticeTone = 'info' | 'warn' | 'good' | 'accent';

export interface NoticeProps {
  children?: ReactNode;
  title?: string;
  tone?: NoticeTone;
  icon?: IconName;
  /** The whole strip leads somewhere; an arrow is drawn. */
  onClick?: () => void;
  /** One small act inside the strip. */
  action?: { text: string; onClick: () => void };
}

const ICONS: Readonly<Record<NoticeTone, IconName>> = { info: 'horn', warn: 'ask', good: 'check', accent: 'clock' };

/** A quiet strip of words in the page: news, a warning, what was saved. */
export function Notice({ children, title, tone = 'info', icon, onClick, action }: NoticeProps) {
  return (
    <View className={`ly-notice ly-notice-${tone}`} onClick={onClick} {...aria({ role: tone === 'warn' ? 'alert' : onClick === undefined ? undefined : 'button' })}>
      <Icon name={icon ?? ICONS[tone]} size={20} className="ly-notice-icon" />
      <View className="u-grow">
        {title !== undefined && <View className="ly-notice-title">{title}</View>}
        {children !== undefined && <View>{children}</View>}
        {action !== undefined && (
          <View className="ly-notice-action" onClick={action.onClick} {...aria({ role: 'button' })}>{action.text}</View>
        )}
      </View>
      {onClick !== undefined && <Icon name="right" size={18} className="ly-notice-icon" />}
    </View>
  );
}
