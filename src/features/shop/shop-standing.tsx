import { View } from '@tarojs/components';
import type { ShopView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { callPhone } from '@/lib/call-phone';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { RenewLicence } from './renew-licence';
import { SHOP_READS, stateNote } from './shop-words';

interface StandingProps {
  readonly shop: ShopView;
  /** Of the community, for whoever asks why it was stopped. */
  readonly dutyPhone: string;
  readonly onClaims: () => void;
}

/** Where a shop stands, for its own people: what is so, why, and the one thing that gets it on. */
export function ShopStanding({ shop, dutyPhone, onClaims }: StandingProps) {
  const { state, note, may } = shop;
  return (
    <View>
      <View className="u-mt4"><Notice tone={state === 'open' ? 'good' : 'accent'} icon="store" {...(state === 'frozen' ? { action: { text: '打社区电话', onClick: () => void callPhone(dutyPhone) } } : {})}>{stateNote(shop)}</Notice></View>
      {note !== '' && <View className="u-mt3"><Notice tone="warn" title={state === 'withdrawn' || (state === 'leaving' && shop.myRole === 'owner') ? '留的话' : '社区说'}>{note}</Notice></View>}
      {shop.isBarred && <View className="u-mt3"><Notice tone="warn" action={{ text: '去办这几件', onClick: onClaims }}>有认领过了日子还没送，先办好或还回去，再认领新的。</Notice></View>}
      {may.resume && <Resume shopId={shop.shopId} />}
      {may.renew && state === 'expired' && <RenewLicence shopId={shop.shopId} />}
    </View>
  );
}

function Resume({ shopId }: { shopId: string }) {
  const resume = useApiCommand('shop.resume', { about: shopId, invalidates: SHOP_READS, onDone: () => toast('开张了。歇着的资源和礼物，还能提供的点一下就打开') });
  return (
    <View className="u-mt3">
      <Button busy={resume.isBusy} busyText="正在开张…" onClick={() => resume.run({ shopId })}>重新开张</Button>
      {resume.failure !== null && <View className="u-sub u-accent u-mt2">{resume.failure.message}</View>}
    </View>
  );
}
