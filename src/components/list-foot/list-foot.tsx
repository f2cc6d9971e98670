import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import './list-foot.css';

/** The part of an endless list this needs; `ApiPages` of src/lib fits. */
export interface ListFootPages {
  readonly items: readonly unknown[];
  readonly isLoadingMore: boolean;
  readonly isEnd: boolean;
  readonly moreFailure: { readonly message: string } | null;
  readonly loadMore: () => void;
  readonly refresh: () => Promise<void>;
}

export interface ListFootProps {
  pages: ListFootPages;
  /** Words at the end of the list. */
  endText?: string;
}

/** Lists shorter than this need no words at their end. */
const SHORT_LIST = 4;

/** The end of an endless list: more is coming, that was all, or the rest did not come. */
export function ListFoot({ pages, endText = '就这些了' }: ListFootProps) {
  if (pages.moreFailure !== null) {
    return (
      <Card className="ly-list-foot-failed">
        <View className="ly-list-foot-disc"><Icon name="refresh" size={20} /></View>
        <View className="u-grow">
          <View className="u-bold">后面的没有取到</View>
          <View className="u-cap">上面 {pages.items.length} 个还能看</View>
        </View>
        <Button kind="tint" size="small" onClick={() => (pages.isEnd ? pages.refresh() : pages.loadMore())}>再试</Button>
      </Card>
    );
  }
  if (pages.isLoadingMore) return <View className="ly-list-foot u-cap">正在取后面的…</View>;
  if (pages.isEnd && pages.items.length > SHORT_LIST) return <View className="ly-list-foot u-cap">{endText}</View>;
  return <View className="ly-list-foot-gap" />;
}
