import type { ReactNode } from 'react';
import { Button as TaroButton, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/drawings';
import { aria } from '@/lib/aria';
import { useLockedTap } from '@/lib/use-locked-tap';
import './button.css';

export type ButtonKind = 'primary' | 'green' | 'blue' | 'secondary' | 'tint' | 'green-tint' | 'text';
export type ButtonOpenType = 'share' | 'agreePrivacyAuthorization' | 'contact';

export interface ButtonProps {
  children: ReactNode;
  /** One filled button (`primary`, or `green` for done and sign-up, `blue` for leaving by lane A) a screen. */
  kind?: ButtonKind;
  size?: 'normal' | 'small';
  /** Full width. By default normal buttons are, small ones are not. */
  block?: boolean;
  icon?: IconName;
  /** The act is on its way: the button keeps its width, shows `busyText` and takes no tap. */
  busy?: boolean;
  busyText?: string;
  disabled?: boolean;
  /** Why it cannot be tapped; shown instead of the words while disabled (已经满了). */
  reason?: string;
  /** WeChat's own powers of a button: sharing, agreeing to the privacy guide. */
  openType?: ButtonOpenType;
  onAgreePrivacy?: () => void;
  /** May answer a promise; the button is locked until it settles. Never fires twice within 400 ms. */
  onClick?: () => unknown;
  id?: string;
}

/** The one button of the program. Its own tap guard makes a doubled act impossible from here. */
export function Button(props: ButtonProps) {
  const { children, kind = 'primary', size = 'normal', block = size === 'normal', icon, busy = false, busyText } = props;
  const { disabled = false, reason, openType, onAgreePrivacy, onClick, id } = props;
  const { tap, isRunning } = useLockedTap(onClick, busy || disabled);
  const isBusy = busy || isRunning;
  const shape = [`ly-button-${kind}`, `ly-button-${size}`, block ? 'ly-button-block' : '', disabled ? 'ly-button-off' : '', isBusy ? 'ly-button-busy' : ''];
  const className = `ly-button ${shape.filter((name) => name !== '').join(' ')}`;
  const words = disabled && reason !== undefined ? reason : isBusy && busyText !== undefined ? busyText : children;
  const shownIcon = isBusy ? 'refresh' : icon;
  const inside = (
    <>
      {shownIcon !== undefined && <Icon name={shownIcon} size={size === 'small' ? 18 : 20} className={isBusy ? 'ly-button-spin' : ''} />}
      <View className="ly-button-words">{words}</View>
    </>
  );
  if (openType !== undefined && !disabled && !isBusy) {
    return (
      <TaroButton id={id} className={`ly-plain-button ${className}`} openType={openType} onAgreePrivacyAuthorization={onAgreePrivacy} onClick={tap}>
        {inside}
      </TaroButton>
    );
  }
  return (
    <View
      id={id}
      className={className}
      hoverClass={disabled || isBusy ? 'none' : 'ly-button-down'}
      hoverStayTime={80}
      onClick={tap}
      {...aria({ role: 'button', disabled: disabled || isBusy })}
    >
      {inside}
    </View>
  );
}
