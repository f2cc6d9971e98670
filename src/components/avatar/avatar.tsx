import { View } from '@tarojs/components';
import './avatar.css';

export type AvatarTone = 'accent' | 'green' | 'ochre' | 'blue';

export interface AvatarProps {
  name: string;
  /** Diameter in px at normal type. Default 36. */
  size?: number;
  /** By default the name chooses, always the same. */
  tone?: AvatarTone;
}

const TONES: readonly AvatarTone[] = ['green', 'ochre', 'accent', 'blue'];

function toneOf(name: string): AvatarTone {
  let sum = 0;
  for (let index = 0; index < name.length; index += 1) sum = (sum * 31 + name.charCodeAt(index)) % 9973;
  return TONES[sum % TONES.length] ?? 'green';
}

/** The first character of a name on a coloured disc; nobody's photograph is shown. */
export function Avatar({ name, size = 36, tone }: AvatarProps) {
  const [initial = '邻'] = [...name.trim()];
  return (
    <View className={`ly-avatar ly-avatar-${tone ?? toneOf(name)}`} style={{ width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.42)}px` }}>
      {initial}
    </View>
  );
}
