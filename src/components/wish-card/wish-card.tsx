import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { CheckMark } from '@/components/check-row/check-row';
import type { DrawingName } from '@/components/drawing/drawing';
import { Icon } from '@/components/icon/icon';
import { MetaLine } from '@/components/meta-line/meta-line';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { ShareCount } from '@/components/share-dots/share-count';
import { ShareDots } from '@/components/share-dots/share-dots';
import type { ShareCounts } from '@/components/share-dots/share-dots';
import { aria } from '@/lib/aria';
import { TitleWords } from '@/components/title-words/title-words';
import './wish-card.css';

export interface WishCardProps extends ShareCounts {
  title: string;
  drawing: DrawingName;
  /** 物品, 社工代发, 约 ¥80 一份. No age, illness, building or metres. */
  meta: readonly string[];
  /** 本小区, 走路约 5 分钟. */
  placeText?: string;
  /** 今天 18:00 前, 还有 4 天. */
  timeText?: string;
  /** The time is near: it is drawn in persimmon. */
  urgent?: boolean;
  /** Said instead of the fruits where they would tell nothing. */
  endedText?: string;
  /** A tag above the foot, for example where one's own wish stands. */
  tag?: ReactNode;
  /** One line saying why this suits the reader. */
  reason?: string;
  /** Shows a tick circle; the card is then ticked instead of opened. */
  selectable?: boolean;
  selected?: boolean;
  onClick?: () => void;
  /** Where a tap on the card ticks it: the way to the wish itself, a line of its own at the foot. */
  onOpen?: () => void;
}

/** A wish on the wall. */
export function WishCard(props: WishCardProps) {
  const { title, drawing, meta, delivered, held, open, placeText, timeText, urgent = false, endedText, tag, reason, selectable = false, selected = false, onClick, onOpen } = props;
  const counts = { delivered, held, open };
  const total = delivered + held + open;
  return (
    <Card selected={selected} onClick={onClick} className="ly-wish">
      <View className="ly-wish-head">
        {selectable ? <CheckMark checked={selected} /> : <PictureTile drawing={drawing} />}
        <View className="u-grow">
          <TitleWords text={title} className="u-h3" />
          <MetaLine className="u-cap u-mt1" parts={meta} />
        </View>
        {selectable && <PictureTile drawing={drawing} />}
      </View>
      <View className="ly-wish-shares">
        {endedText === undefined && <ShareDots {...counts} />}
        {endedText !== undefined && <View className="u-mid u-bold u-green">{endedText}</View>}
        {endedText === undefined && total > 1 && <ShareCount {...counts} />}
        {tag}
      </View>
      {(placeText !== undefined || timeText !== undefined) && (
        <View className="ly-wish-foot">
          {placeText !== undefined && <WishFact icon="pin" text={placeText} />}
          {timeText !== undefined && <WishFact icon="clock" text={timeText} urgent={urgent} />}
        </View>
      )}
      {reason !== undefined && <View className="ly-wish-reason">{reason}</View>}
      {onOpen !== undefined && <OpenLine title={title} onOpen={onOpen} />}
    </Card>
  );
}

/** The tap must not tick the card as well. */
function OpenLine({ title, onOpen }: { title: string; onOpen: () => void }) {
  return (
    <View
      className="ly-wish-open"
      {...aria({ role: 'button', label: `${title}，看详情` })}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
    >
      看详情<Icon name="right" size={16} />
    </View>
  );
}

function WishFact({ icon, text, urgent = false }: { icon: 'pin' | 'clock'; text: string; urgent?: boolean }) {
  return (
    <View className={`ly-wish-fact ${urgent ? 'ly-wish-urgent' : ''}`}>
      <Icon name={icon} size={16} />
      <View>{text}</View>
    </View>
  );
}

export interface WishTileProps extends ShareCounts {
  title: string;
  drawing: DrawingName;
  placeText?: string;
  timeText?: string;
  onClick?: () => void;
}

/** Six fruits and their count fit one line of a tile at this size. */
const TILE_FRUIT_PX = 16;

/** A wish in a row that scrolls sideways, as on the home page; give it to `<TileRow>`. */
export function WishTile({ title, drawing, delivered, held, open, placeText, timeText, onClick }: WishTileProps) {
  const counts = { delivered, held, open };
  const facts = [placeText, timeText].filter((text) => text !== undefined && text !== '').join(' · ');
  return (
    <Card className="ly-wish-tile" onClick={onClick}>
      <PictureTile drawing={drawing} size={88} wide />
      <TitleWords text={title} className="u-h3 ly-wish-tile-title" />
      <View className="ly-wish-tile-shares">
        <ShareDots {...counts} size={TILE_FRUIT_PX} />
        {delivered + held + open > 1 && <ShareCount {...counts} />}
      </View>
      <View className="u-cap u-one">{facts}</View>
    </Card>
  );
}
