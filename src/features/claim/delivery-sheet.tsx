import { View } from '@tarojs/components';
import type { DeliveryDayView, DeliveryListView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { PictureButton } from '@/components/picture-button/picture-button';
import { Screen } from '@/components/screen/screen';
import { copyText } from '@/lib/copy-text';
import { formatDate } from '@/lib/format';
import { useLargeType } from '@/lib/settings';
import { toast } from '@/lib/toast';
import { deliverySheet } from './delivery-picture';
import { DeliveryTable } from './delivery-table';
import { rowNote } from './delivery-words';
import './batch.css';

/** Only a browser prints; the mini-program copies the same as text. */
const CAN_PRINT = process.env.TARO_ENV === 'h5';
/** A picture follows the type its reader chose. */
const LARGE_ZOOM = 1.3;

/** What a group has to hand over, on one sheet of paper: by day and place, with boxes to tick; nobody's name. */
export function DeliverySheet({ list, onWall }: { list: DeliveryListView; onWall: () => void }) {
  const isLarge = useLargeType();
  if (list.shareCount === 0) return <Screen title="送货清单"><EmptyState scene="basket" title="没有要送的" note="认领了心愿，清单就会出现在这里" action={<Button onClick={onWall}>去心愿墙看看</Button>} /></Screen>;
  const copy = async (): Promise<void> => {
    if ((await copyText(list.text)) === 'copied') toast('清单复制好了，可以发给同事');
  };
  const button = <Button icon="text" onClick={copy}>复制清单</Button>;
  return (
    <Screen title="送货清单" bottom={<BottomBar {...(CAN_PRINT ? { aside: <Button kind="secondary" block={false} onClick={() => window.print()}>打印</Button> } : {})}>{button}</BottomBar>}>
      <View className="sheet-paper">
        <View className="u-title u-break">{list.giverName}</View>
        <View className="u-sub u-mt1">{formatDate(list.madeAtMs, list.madeAtMs)} · {list.wishCount} 个心愿，{list.shareCount} 份</View>
        <View className="u-mt4">{list.days.map((day) => <Day key={day.dayText} day={day} />)}</View>
      </View>
      <View className="u-stack u-mt4 sheet-screen-only">
        <PictureButton kind="secondary" title="送货清单" note="存到手机里，或者发给一起送的人：上面没有收的人的名字。" instead="截屏留下来" sheetOf={() => deliverySheet(list, isLarge ? LARGE_ZOOM : 1)} />
        <DeliveryTable csv={list.csv} giverName={list.giverName} madeAtMs={list.madeAtMs} />
      </View>
      <View className="u-cap u-mt3 sheet-screen-only">清单上没有收的人的名字。到了驿站或门口，拿出小程序照着办。</View>
    </Screen>
  );
}

function Day({ day }: { day: DeliveryDayView }) {
  return (
    <View className="sheet-day">
      <View className="u-row u-between"><View className="u-h3">{day.dayText}</View><View className="u-sub">{day.shareCount} 份</View></View>
      {day.places.map((place) => (
        <View key={place.placeText} className="u-mt2">
          <View className="u-sub u-bold">{place.placeText}</View>
          {place.rows.map((row) => (
            <View key={row.claimId} className="sheet-row">
              <View className="sheet-box" />
              <View className="u-grow">
                <View className="u-mid">{row.title}</View>
                {rowNote(row) !== '' && <View className={`u-cap ${row.isOverdue ? 'u-accent' : ''}`}>{rowNote(row)}</View>}
              </View>
              <View className="u-mid u-bold u-fixed">× {row.shares}</View>
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
