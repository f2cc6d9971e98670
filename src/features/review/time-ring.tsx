import { useMemo } from 'react';
import { Image, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { PERSIMMON, SUNK } from '@/drawings/palette';
import { svgUri } from '@/drawings/svg-uri';
import type { TimeLeft } from '@/lib/working-time';
import './review.css';

const RADIUS = 22;
const ROUND = 2 * Math.PI * RADIUS;

/** The ring as a picture, because the mini-program has no inline SVG. `share` is what is left, 0–1. */
function ringPicture(share: number): string {
  const circle = (stroke: string, rest: string) => `<circle cx="26" cy="26" r="${RADIUS}" fill="none" stroke="${stroke}" stroke-width="5" ${rest}/>`;
  const arc = share <= 0 ? '' : circle(PERSIMMON, `stroke-linecap="round" stroke-dasharray="${(share * ROUND).toFixed(1)} 200" transform="rotate(-90 26 26)"`);
  return svgUri(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 52 52" width="52" height="52">${circle(SUNK, '')}${arc}</svg>`);
}

/** How much of the clock is left, drawn; the words beside it say the same. */
export function TimeRing({ share, tone }: { share: number; tone: TimeLeft['tone'] }) {
  const picture = useMemo(() => ringPicture(share), [share]);
  return (
    <View className={`rev-ring ${tone === 'calm' ? 'u-ink2' : 'u-accent'}`} aria-hidden>
      <Image className="rev-ring-picture" src={picture} />
      <Icon name="clock" size={20} />
    </View>
  );
}
