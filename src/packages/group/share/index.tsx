import { View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { SHARE_ITEM_KINDS, type ShareItemKind } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { Funnel } from '@/features/group/funnel';
import { PosterPart, usePoster } from '@/features/group/poster-part';
import { cardTitle, KIND_WORDS } from '@/features/group/share-kinds';
import { chainText } from '@/features/group/share-texts';
import { TextSheet } from '@/features/group/text-sheet';
import { MemberGate } from '@/features/member/member-gate';
import { openPage, pageUrl, readQuery } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { shareCard } from '@/lib/share-card';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import '@/features/group/group.css';

/** 分享到群: one thing for one group as a card, a poster with its code, a text to paste; and what came of it so far (mock-up 14). */
export default function GroupSharePage() {
  const { params } = useRouter();
  const [groupId, itemId, asked] = [readQuery(params, 'id') ?? '', readQuery(params, 'itemId') ?? '', readQuery(params, 'itemKind')];
  const itemKind = SHARE_ITEM_KINDS.find((kind) => kind === asked) ?? 'wish';
  return <MemberGate back="myGroups">{() => <GroupShare groupId={groupId} itemKind={itemKind} itemId={itemId} />}</MemberGate>;
}

function GroupShare({ groupId, itemKind, itemId }: { groupId: string; itemKind: ShareItemKind; itemId: string }) {
  const make = useMadeCode(`${groupId}:${itemKind}:${itemId}`, { groupId, itemKind, itemId });
  const look = useApiQuery('share.look', { code: make.code ?? '' }, { isEnabled: make.code !== null });
  const picture = useApiQuery('share.picture', { code: make.code ?? '' }, { isEnabled: make.code !== null });
  const sight = look.data;
  const codeUri = picture.failure === null ? picture.data?.pictureUri : null;
  const poster = usePoster(sight, codeUri);
  const [isChain, setChain] = useState(false);
  useShareAppMessage(() => shareCard(sight === undefined ? '社区里的一件事' : cardTitle(sight), make.code === null ? pageUrl('home') : pageUrl('enterShare', { code: make.code }), itemKind));
  const failure = make.failure ?? look.failure;
  if (failure !== null) return <Screen title="分享到群"><ErrorState failure={failure} onRetry={make.failure === null ? () => void look.refresh() : make.again} /></Screen>;
  if (make.code === null || sight === undefined) return <Screen title="分享到群"><SkeletonDetail /></Screen>;
  const { code } = make;
  const bar = (
    <BottomBar note="挑刚才那个群，数字才对得上">
      <View className="group-bar">
        <Button kind="secondary" openType="share">发卡片</Button>
        <Button kind="secondary" onClick={() => setChain(true)}>接龙</Button>
        <Button busyText="在存…" disabled={poster.path === null} reason={poster.isPainting ? '在画…' : '画不出'} onClick={poster.save}>存海报</Button>
      </View>
    </BottomBar>
  );
  return (
    <Screen title="分享到群" bottom={bar}>
      <View className="u-sub">{KIND_WORDS[itemKind].landing}</View>
      <View className="u-mt3"><PosterPart poster={poster} codeUri={codeUri} /></View>
      {make.share !== null && <View className="u-mt5"><Funnel itemKind={itemKind} numbers={make.share.numbers} /></View>}
      <View className="u-mt4"><LinkRow icon="picture" note="点右上角三个点，选“分享到朋友圈”" onClick={() => openPage('lookShare', { code })}>发朋友圈的样子</LinkRow></View>
      <TextSheet isOpen={isChain} title="接龙文字" text={chainText(sight, serverNowMs())} onClose={() => setChain(false)} />
    </Screen>
  );
}

/** The code is made when the page opens; the same thing and group always have the same one. */
function useMadeCode(about: string, input: { readonly groupId: string; readonly itemKind: ShareItemKind; readonly itemId: string }) {
  const command = useApiCommand('share.make', { about, invalidates: ['share.ofGroup'] });
  const made = useApiQuery('share.ofGroup', { groupId: input.groupId });
  const share = made.data?.find(({ itemId, isCounting }) => itemId === input.itemId && isCounting) ?? null;
  const { run } = command;
  const asked = useRef<string | null>(null);
  const again = (): void => void run(input);
  useEffect(() => {
    if (asked.current === about) return;
    asked.current = about;
    void run(input);
  }, [about, run, input]);
  return { share, code: share?.code ?? null, failure: command.failure ?? made.failure, again };
}
