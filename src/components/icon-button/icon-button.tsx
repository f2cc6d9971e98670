import { Button as TaroButton, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/drawings';
import { aria } from '@/lib/aria';
import { useLockedTap } from '@/lib/use-locked-tap';
import './icon-button.css';

export interface IconButtonProps {
  icon: IconName;
  /** What it does; always told to screen readers. */
  label: string;
  /** Small words below the icon, as in the bottom bar. */
  showLabel?: boolean;
  /** `round` stands on a sunk disc, `tint` on a persimmon one. */
  kind?: 'plain' | 'round' | 'tint';
  disabled?: boolean;
  openType?: 'share';
  onClick?: () => unknown;
}

/** An icon that can be tapped: 44 px, 52 in large type. */
export function IconButton({ icon, label, showLabel = false, kind = 'plain', disabled = false, openType, onClick }: IconButtonProps) {
  const { tap } = useLockedTap(onClick, disabled);
  const className = `ly-icon-button ly-icon-button-${kind} ${disabled ? 'ly-icon-button-off' : ''}`;
  const inside = (
    <>
      <View className="ly-icon-button-disc"><Icon name={icon} size={showLabel ? 22 : 20} /></View>
      {showLabel && <View className="ly-icon-button-label">{label}</View>}
    </>
  );
  if (openType !== undefined && !disabled) {
    return (
      <TaroButton className={`ly-plain-button ${className}`} openType={openType} onClick={tap} aria-label={label}>
        {inside}
      </TaroButton>
    );
  }
  return (
    <View className={className} hoverClass={disabled ? 'none' : 'ly-icon-button-down'} onClick={tap} {...aria({ role: 'button', label, disabled })}>
      {inside}
    </View>
  );
}
