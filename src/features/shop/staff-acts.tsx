import { useState } from 'react';
import { View } from '@tarojs/components';
import type { ShopView } from '@contract';
import { Button } from '@/components/button/button';
import { CheckRow } from '@/components/check-row/check-row';
import { DateRow } from '@/components/picker-row/picker-row';
import { SectionHead } from '@/components/section-head/section-head';
import { Switch } from '@/components/switch/switch';
import { WordsSheet } from '@/components/words-sheet/words-sheet';
import { callPhone } from '@/lib/call-phone';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { SHOP_READS } from './shop-words';

type Asking = 'ask' | 'refuse' | 'freeze' | 'leave' | null;

/** Its contact is gone by then. */
const isOver = ({ state }: ShopView): boolean => state === 'refused' || state === 'withdrawn' || state === 'left';

/** What staff of the community do about a shop: look at the paper, stop it, let it go on. */
export function StaffActs({ shop }: { shop: ShopView }) {
  const [asks, setAsks] = useState<Asking>(null);
  const [handsBack, setHandsBack] = useState(false);
  const close = (): void => setAsks(null);
  const { shopId, may } = shop;
  const say = (words: string) => (): void => { close(); toast(words); };
  const decide = useApiCommand('shop.decide', { about: `${shopId}:${asks ?? ''}`, invalidates: SHOP_READS, onDone: say('记下了，对方会看到') });
  const freeze = useApiCommand('shop.freeze', { about: shopId, invalidates: SHOP_READS, onDone: say('停了，店里会看到原因') });
  const leave = useApiCommand('shop.leave', { about: shopId, invalidates: SHOP_READS, onDone: say('在办退出，没送到的会一件件放回') });
  const unfreeze = useApiCommand('shop.unfreeze', { about: shopId, invalidates: SHOP_READS, onDone: say('不停了，店里会知道') });
  return (
    <View>
      {may.decide && <Approve shop={shop} onAsk={() => setAsks('ask')} onRefuse={() => setAsks('refuse')} />}
      {!isOver(shop) && <Phone shopId={shopId} />}
      {(may.freeze || may.unfreeze || may.leave) && <SectionHead title="停用" note="原因店里看得到" />}
      <View className="u-stack">
        {may.freeze && <Button kind="secondary" onClick={() => setAsks('freeze')}>先停一停</Button>}
        {may.unfreeze && <Button busy={unfreeze.isBusy} onClick={() => unfreeze.run({ shopId, note: '' })}>不停了</Button>}
        {unfreeze.failure !== null && <View className="u-sub u-accent">{unfreeze.failure.message}</View>}
        {may.leave && <Button kind="text" onClick={() => setAsks('leave')}>请它退出</Button>}
      </View>
      <WordsSheet isOpen={asks === 'ask'} title="请对方补一补" placeholder="比如：执照拍得不清楚，请重拍" actionText="告诉对方" command={decide} onClose={close} onSend={(note) => decide.run({ shopId, decision: { kind: 'ask', note } })} />
      <WordsSheet isOpen={asks === 'refuse'} title="不通过" placeholder="写一句为什么，对方看得到" actionText="不通过" command={decide} onClose={close} onSend={(note) => decide.run({ shopId, decision: { kind: 'refuse', note } })} />
      <WordsSheet isOpen={asks === 'freeze'} title="先停一停" note={handsBack ? '不接新的；没送到的一件件放回心愿墙，对方都会知道。' : '不接新的；手上的照常办。'} placeholder="写一句为什么，店里看得到" actionText="停" command={freeze} field="reason" onClose={close} onSend={(reason) => freeze.run({ shopId, reason, handsBack })}>
        <Switch checked={handsBack} label="没送到的也放回心愿墙" note="不点，店里照常办完" onChange={setHandsBack} />
      </WordsSheet>
      <WordsSheet isOpen={asks === 'leave'} title="请它退出" note="没送到的一件件放回心愿墙；资源、礼物、配捐都停下。" placeholder="写一句为什么，店里看得到" actionText="请它退出" command={leave} onClose={close} onSend={(note) => leave.run({ shopId, note })} />
    </View>
  );
}

/** With the paper in hand: what it says until when, and that one really saw it. */
function Approve({ shop, onAsk, onRefuse }: { shop: ShopView; onAsk: () => void; onRefuse: () => void }) {
  const licence = shop.renewal ?? shop.licence;
  const [sawPaper, setSawPaper] = useState(false);
  const [isForever, setForever] = useState(licence.validUntilDay === null);
  const [day, setDay] = useState(licence.validUntilDay ?? '');
  const command = useApiCommand('shop.decide', { about: `${shop.shopId}:approve`, invalidates: SHOP_READS, onDone: () => toast(shop.renewal === null ? '通过了，对方马上能认领' : '新执照登记好了') });
  const wrongDay = command.fields.validUntilDay;
  return (
    <View>
      <SectionHead title="对着原件看" note="名字、代码、有效期" />
      <Switch checked={isForever} label="执照上写着“长期”" onChange={setForever} />
      {!isForever && <View className="u-mt3"><DateRow label="有效到哪天" value={day} text={day} {...(wrongDay === undefined ? {} : { error: wrongDay })} onPick={(picked) => { command.clear(); setDay(picked); }} /></View>}
      <View className="u-mt3"><CheckRow checked={sawPaper} onChange={setSawPaper}>执照原件在我面前，和上面对得上</CheckRow></View>
      {command.failure !== null && wrongDay === undefined && <View className="u-sub u-accent u-mt2">{command.failure.message}</View>}
      <View className="u-mt4"><Button busy={command.isBusy} disabled={!sawPaper || (!isForever && day === '')} reason="先看过原件" onClick={() => command.run({ shopId: shop.shopId, decision: { kind: 'approve', sawPaper: true, validUntilDay: isForever ? null : day } })}>看过原件，通过</Button></View>
      <View className="u-links u-mt3">
        <Button kind="text" block={false} onClick={onAsk}>请补一补</Button>
        <Button kind="text" block={false} onClick={onRefuse}>不通过</Button>
      </View>
    </View>
  );
}

/** Sealed; each reading leaves a line. */
function Phone({ shopId }: { shopId: string }) {
  const command = useApiCommand('shop.readContact', { about: shopId });
  const [contact, setContact] = useState<{ readonly name: string; readonly phone: string } | null>(null);
  const read = async (): Promise<void> => { const answer = await command.run({ shopId }); if (answer !== null) setContact(answer); };
  return (
    <View className="u-mt5">
      {contact === null ? <Button kind="secondary" icon="phone" busy={command.isBusy} onClick={read}>看联系人电话</Button> : <Button kind="secondary" icon="phone" onClick={() => void callPhone(contact.phone)}>{contact.name} {contact.phone}</Button>}
      <View className="u-cap u-mt2">{command.failure === null ? '每看一次都有记录。' : command.failure.message}</View>
    </View>
  );
}
