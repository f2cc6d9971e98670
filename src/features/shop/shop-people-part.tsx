import { useState } from 'react';
import { View } from '@tarojs/components';
import { SHOP_ROLE_LABEL, type ShopPersonView, type ShopRole, type ShopView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { SectionHead } from '@/components/section-head/section-head';
import { Sheet } from '@/components/sheet/sheet';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { SHOP_READS, spacedCode } from './shop-words';
import './shop.css';

const MAY: Readonly<Record<ShopRole, string>> = { owner: '认领、放资源和礼物、管人、歇业和退出', clerk: '约时间、送货、对码、发礼物；不替店里认领新的' };

/** Who is of the shop, another by a code, and the ways out. */
export function ShopPeople({ shop }: { shop: ShopView }) {
  const isFull = shop.people.length >= shop.peopleMax;
  return (
    <View>
      <SectionHead title="店里的人" note={`最多 ${shop.peopleMax} 位`} />
      <Card>{shop.people.map((person) => <PersonRow key={person.memberId} shop={shop} person={person} />)}</Card>
      {shop.may.invite && (isFull ? <View className="u-sub u-mt3">人满了，先请一位退出。</View> : <View className="u-stack u-mt4"><Invite shopId={shop.shopId} role="clerk" /><Invite shopId={shop.shopId} role="owner" /></View>)}
    </View>
  );
}

function PersonRow({ shop, person }: { shop: ShopView; person: ShopPersonView }) {
  const about = `${shop.shopId}:${person.memberId}`;
  const remove = useApiCommand('shop.removePerson', { about, invalidates: SHOP_READS, onDone: () => toast(person.isMe ? '您不在这家店了' : `${person.name}不在店里了`) });
  const next: ShopRole = person.role === 'owner' ? 'clerk' : 'owner';
  const set = useApiCommand('shop.setRole', { about: `${about}:${next}`, invalidates: SHOP_READS, onDone: () => toast(`${person.name}现在是${SHOP_ROLE_LABEL[next]}`) });
  const failure = remove.failure ?? set.failure;
  const isRunning = shop.state !== 'review' && shop.state !== 'asked';
  return (
    <View className="u-mt2">
      <View className="u-mid u-bold">{person.name}{person.isMe ? '（我）' : ''} · {SHOP_ROLE_LABEL[person.role]}</View>
      <View className="u-cap">{formatDate(person.sinceMs, serverNowMs())}起 · {MAY[person.role]}</View>
      {isRunning && (
        <View className="u-links">
          {shop.may.invite && <Button kind="text" size="small" block={false} busy={set.isBusy} onClick={() => set.run({ shopId: shop.shopId, memberId: person.memberId, role: next })}>改成{SHOP_ROLE_LABEL[next]}</Button>}
          {(person.isMe || shop.may.invite) && <Button kind="text" size="small" block={false} busy={remove.isBusy} onClick={() => remove.run({ shopId: shop.shopId, memberId: person.memberId })}>{person.isMe ? '我不在店里了' : '请出'}</Button>}
        </View>
      )}
      {failure !== null && <View className="u-sub u-accent">{failure.message}</View>}
    </View>
  );
}

function Invite({ shopId, role }: { shopId: string; role: ShopRole }) {
  const [code, setCode] = useState<string | null>(null);
  const command = useApiCommand('shop.invite', { about: `${shopId}:${role}`, onDone: (invitation) => setCode(invitation.code) });
  return (
    <View>
      <Button kind="secondary" icon="users" busy={command.isBusy} onClick={() => command.run({ shopId, role })}>请一位{SHOP_ROLE_LABEL[role]}</Button>
      {command.failure !== null && <View className="u-sub u-accent u-mt2">{command.failure.message}</View>}
      <Sheet isOpen={code !== null} title={`${SHOP_ROLE_LABEL[role]}邀请码`} onClose={() => setCode(null)}>
        <View className="u-display shop-code">{spacedCode(code ?? '')}</View>
        <View className="u-sub u-mt4">请对方在“我的店”里输。只能用一次，三天内有效；再要一个，这个就不能用了。</View>
        <View className="u-sub u-mt2">{SHOP_ROLE_LABEL[role]}可以：{MAY[role]}。</View>
      </Sheet>
    </View>
  );
}
