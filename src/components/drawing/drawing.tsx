import { View } from '@tarojs/components';
import type { ObjectName, SceneName } from '@/drawings';
import { aria } from '@/lib/aria';
import './drawing.css';

export type DrawingName = ObjectName | SceneName | 'logo';

export interface DrawingProps {
  name: DrawingName;
  /** Width in px; objects are square, scenes keep their own proportion. */
  size: number;
  /** Said to screen readers; a drawing without it is decoration. */
  label?: string;
  className?: string;
}

/** One of the program's drawings: small objects, scenes, or the persimmon logo. Never wider than what holds it. */
export function Drawing({ name, size, label, className = '' }: DrawingProps) {
  return (
    <View
      className={`drawing drawing-${name} ${className}`}
      {...(label === undefined ? aria({ hidden: true }) : aria({ role: 'img', label }))}
      style={{ width: `${size}px` }}
    />
  );
}
