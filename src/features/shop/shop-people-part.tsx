import { useState } from 'react';
import { View } from '@tarojs/components';
import { SHOP_ROLE_LABEL, type ShopRole, type ShopView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { SectionHead } from '@/components/section-head/section-head';
import { Sheet } from '@/components/sheet/sheet';
import { useApiCommand } from '@/lib/use-api-command';
import { PersonRow } from './shop-person';
import { ROLE_MAY, spacedCode } from './shop-words';
import './shop.css';

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
        <View className="u-sub u-mt2">{SHOP_ROLE_LABEL[role]}可以：{ROLE_MAY[role]}。</View>
      </Sheet>
    </View>
  );
}
