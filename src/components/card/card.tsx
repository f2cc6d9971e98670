import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { aria } from '@/lib/aria';
import './card.css';

export interface CardProps {
  children: ReactNode;
  /** The plain card has the one shadow; tinted ones are flat. */
  tone?: 'card' | 'green' | 'ochre' | 'accent' | 'sunk';
  selected?: boolean;
  onClick?: () => void;
  className?: string;
}

/** A piece of paper on the paper. */
export function Card({ children, tone = 'card', selected = false, onClick, className = '' }: CardProps) {
  const look = `ly-card ly-card-${tone} ${selected ? 'ly-card-selected' : ''} ${className}`;
  if (onClick === undefined) return <View className={look}>{children}</View>;
  return (
    <View className={look} hoverClass="ly-card-down" hoverStayTime={80} onClick={onClick} {...aria({ role: 'button' })}>
      {children}
    </View>
  );
}
