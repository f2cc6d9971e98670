import { useState } from 'react';
import { View } from '@tarojs/components';
import { SHOP_ROLE_LABEL, type ShopPersonView, type ShopView } from '@contract';
import { Button } from '@/components/button/button';
import { Sheet } from '@/components/sheet/sheet';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { otherRole, personAct, type PersonAct, ROLE_MAY, SHOP_READS } from './shop-words';

interface PersonProps {
  readonly shop: ShopView;
  readonly person: ShopPersonView;
}

/** One of a shop: what they may do, and what may be done about them. */
export function PersonRow({ shop, person }: PersonProps) {
  const [asks, setAsks] = useState<PersonAct | null>(null);
  const isRunning = shop.state !== 'review' && shop.state !== 'asked';
  /** A shop is never without an owner: the last one hands over first. */
  const isLastOwner = person.role === 'owner' && shop.people.filter(({ role }) => role === 'owner').length === 1;
  const act = (kind: PersonAct) => <Button kind="text" size="small" block={false} onClick={() => setAsks(kind)}>{personAct(person, kind).word}</Button>;
  return (
    <View className="shop-person">
      <View className="u-mid u-bold">{person.name}{person.isMe ? '（我）' : ''} · {SHOP_ROLE_LABEL[person.role]}</View>
      <View className="u-cap u-mt1">{formatDate(person.sinceMs, serverNowMs())}起 · {ROLE_MAY[person.role]}</View>
      {isLastOwner && shop.may.invite && <View className="u-cap u-mt1">只有一位店主。要走，先请一位店主来接。</View>}
      {isRunning && !isLastOwner && (person.isMe || shop.may.invite) && (
        <View className="u-links">
          {shop.may.invite && act('role')}
          {act('remove')}
        </View>
      )}
      {asks !== null && <ActSheet shop={shop} person={person} act={asks} onClose={() => setAsks(null)} />}
    </View>
  );
}

/** Said once more before it is done: one tap beside a name changes what somebody may do. */
function ActSheet({ shop, person, act, onClose }: PersonProps & { act: PersonAct; onClose: () => void }) {
  const { shopId } = shop;
  const { memberId } = person;
  const next = otherRole(person.role);
  const about = `${shopId}:${memberId}`;
  const done = (words: string) => (): void => { onClose(); toast(words); };
  const remove = useApiCommand('shop.removePerson', { about, invalidates: SHOP_READS, onDone: done(person.isMe ? '您不在这家店了' : `${person.name}不在店里了`) });
  const set = useApiCommand('shop.setRole', { about: `${about}:${next}`, invalidates: SHOP_READS, onDone: done(`${person.name}现在是${SHOP_ROLE_LABEL[next]}`) });
  const run = (): unknown => (act === 'remove' ? remove.run({ shopId, memberId }) : set.run({ shopId, memberId, role: next }));
  const failure = remove.failure ?? set.failure;
  const { word, title, note } = personAct(person, act);
  return (
    <Sheet isOpen title={title} onClose={onClose} action={<Button busy={remove.isBusy || set.isBusy} onClick={run}>{word}</Button>}>
      <View className="u-body">{note}</View>
      {failure !== null && <View className="u-sub u-accent u-mt3">{failure.message}</View>}
    </Sheet>
  );
}
