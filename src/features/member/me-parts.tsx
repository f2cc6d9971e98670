import { View } from '@tarojs/components';
import type { MeView } from '@contract';
import { Avatar } from '@/components/avatar/avatar';
import { Drawing } from '@/components/drawing/drawing';
import type { DrawingName } from '@/components/drawing/drawing';
import { aria } from '@/lib/aria';
import './member.css';

/** Who I am here: letter, name, community and grid. */
export function SelfHeader({ me }: { me: MeView }) {
  return (
    <View className="mem-self">
      <Avatar name={me.displayName} size={60} />
      <View className="u-grow">
        <View className="u-title u-break">{me.displayName}</View>
        <View className="u-sub">{[me.communityName, me.gridName].filter((name) => name !== null && name !== '').join(' · ')}</View>
      </View>
    </View>
  );
}

export interface TileProps {
  drawing: DrawingName;
  word: string;
  /** What waits behind it, e.g. "3 件在办"; empty draws nothing. */
  count: string;
  /** Something there wants this person now. */
  wants?: boolean;
  onOpen: () => void;
}

/** One of the three large doors: my wishes, my claims, messages. */
export function Tile({ drawing, word, count, wants = false, onOpen }: TileProps) {
  return (
    <View className="mem-tile" {...aria({ role: 'button', label: `${word}，${count}` })} onClick={onOpen}>
      <Drawing name={drawing} size={44} />
      <View className="mem-tile-word">{word}</View>
      <View className={`mem-tile-count ${wants ? 'mem-tile-wants' : ''}`}>{count}</View>
    </View>
  );
}
