import { View } from '@tarojs/components';
import type { ShownThanksView, ThanksView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { formatDate } from '@/lib/format';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { thanksState, type ThanksAct } from './thanks-words';

/** The words large, and below them what it was for. */
function Words({ thanks, line }: { thanks: Pick<ThanksView, 'words' | 'wishTitle' | 'pictureKey'>; line: string }) {
  return (
    <View className="u-row u-gap3">
      <PictureTile drawing={pictureOf(thanks.pictureKey)} size={56} />
      <View className="u-grow">
        <View className="u-body u-break">“{thanks.words}”</View>
        <View className="u-sub u-mt2 u-break">{thanks.wishTitle}</View>
        <View className="u-cap u-mt1">{line}</View>
      </View>
    </View>
  );
}

/** One of one's own: said or received, how it stands with showing it, and what one may do about that. */
export function ThanksRow({ thanks }: { thanks: ThanksView }) {
  const state = thanksState(thanks);
  const who = thanks.side === 'said' ? `您对${thanks.otherText}说` : `${thanks.otherText}对您说`;
  return (
    <Card>
      <Words thanks={thanks} line={`${who} · ${formatDate(thanks.saidAtMs, serverNowMs())}`} />
      <View className="u-sub u-mt3">{state.line}</View>
      {state.acts.length > 0 && <View className="u-row u-wrap u-gap2 u-mt2">{state.acts.map((one) => <ActButton key={one.word} act={one} thanksId={thanks.thanksId} />)}</View>}
    </Card>
  );
}

function ActButton({ act, thanksId }: { act: ThanksAct; thanksId: string }) {
  const options = { about: `${thanksId}:${String(act.yes)}`, invalidates: ['thanks.mine', 'thanks.wall', 'home.overview'] } as const;
  const show = useApiCommand('thanks.show', options);
  const consent = useApiCommand('thanks.consent', options);
  const run = (): unknown => (act.route === 'thanks.show' ? show.run({ thanksId, shows: act.yes }) : consent.run({ thanksId, consents: act.yes }));
  const failure = show.failure ?? consent.failure;
  return (
    <View>
      <Button kind={act.kind} size="small" block={false} busy={show.isBusy || consent.isBusy} onClick={run}>{act.word}</Button>
      {failure !== null && <View className="u-mt2"><Notice tone="warn">{failure.message}</Notice></View>}
    </View>
  );
}

/** As everybody in the community reads it. */
export function ShownThanksRow({ thanks }: { thanks: ShownThanksView }) {
  return <Card><Words thanks={thanks} line={`谢 ${thanks.giverText} · ${formatDate(thanks.shownAtMs, serverNowMs())}`} /></Card>;
}
