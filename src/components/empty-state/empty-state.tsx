import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Drawing } from '@/components/drawing/drawing';
import type { SceneName } from '@/drawings';
import { aria } from '@/lib/aria';
import './empty-state.css';

export interface EmptyStateProps {
  scene?: SceneName;
  /** What is so now. */
  title: string;
  /** What to do next, or why it is so. */
  note?: ReactNode;
  /** One small, filled button. */
  action?: ReactNode;
  link?: { text: string; onClick: () => void };
}

const SCENE_PX = 220;

/** Nothing to show: a drawing, what is so, one button, at most one link. */
export function EmptyState({ scene = 'basket', title, note, action, link }: EmptyStateProps) {
  return (
    <View className="ly-empty">
      <Drawing name={scene} size={scene === 'branch' ? 150 : SCENE_PX} />
      <View className="u-title u-mt5">{title}</View>
      {note !== undefined && <View className="u-sub u-mt2">{note}</View>}
      {action !== undefined && <View className="ly-empty-action">{action}</View>}
      {link !== undefined && (
        <View className="ly-empty-link" onClick={link.onClick} {...aria({ role: 'link' })}>{link.text}</View>
      )}
    </View>
  );
}
