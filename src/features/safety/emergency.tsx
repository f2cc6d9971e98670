import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { callPhone } from '@/lib/call-phone';

/** First of all: nobody waits for an answer while somebody is in danger. */
export function Emergency({ dutyPhone }: { dutyPhone: string }) {
  return (
    <View>
      <Notice tone="warn" title="人有危险，先打电话">受伤、发病打 120，有人动手、闯门打 110。打完再来说也不晚。</Notice>
      <View className="u-row u-wrap u-gap2 u-mt3">
        {(['120', '110'] as const).map((number) => <Button key={number} kind="secondary" size="small" block={false} icon="phone" onClick={() => void callPhone(number)}>打 {number}</Button>)}
        {dutyPhone !== '' && <Button kind="secondary" size="small" block={false} icon="phone" onClick={() => void callPhone(dutyPhone)}>打社区 <View className="u-phrase">{dutyPhone}</View></Button>}
      </View>
    </View>
  );
}
