import { View } from '@tarojs/components';
import type { HeardVoiceView, ShownThanksView, ThanksView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { HeardVoice } from '@/components/heard-voice/heard-voice';
import { Notice } from '@/components/notice/notice';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { formatDate } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { thanksState, voiceLine, type ThanksAct } from './thanks-words';

interface WordsProps {
  readonly thanks: Pick<ThanksView, 'words' | 'wishTitle' | 'pictureKey'>;
  readonly voice: HeardVoiceView | null;
  readonly line: string;
}

/** The words large, the voice below them, and what it was for. */
function Words({ thanks, voice, line }: WordsProps) {
  return (
    <View className="u-row u-top u-gap3">
      <PictureTile drawing={pictureOf(thanks.pictureKey)} size={56} />
      <View className="u-grow">
        {thanks.words !== '' && <View className="u-body u-break u-hang">“{thanks.words}”</View>}
        {voice !== null && <View className={thanks.words === '' ? '' : 'u-mt2'}><HeardVoice voice={voice} /></View>}
        <View className={`u-sub u-break ${thanks.words === '' && voice === null ? '' : 'u-mt2'}`}>{thanks.wishTitle}</View>
        <View className="u-cap u-mt1">{line}</View>
      </View>
    </View>
  );
}

/** One of one's own: said or received, how it stands with showing it, and what one may do about that. */
export function ThanksRow({ thanks }: { thanks: ThanksView }) {
  const state = thanksState(thanks);
  const who = thanks.side === 'said' ? `您对${thanks.otherText}说` : `${thanks.otherText}对您说`;
  const aboutVoice = voiceLine(thanks);
  // Of a recording that was not passed on nothing is shown or asked but how to say it again.
  const isOpen = thanks.words !== '' || thanks.voice?.state === 'shown';
  const hasFile = thanks.voice !== null && (thanks.voice.url !== null || thanks.voice.state === 'shown');
  return (
    <Card>
      <Words thanks={thanks} voice={hasFile ? thanks.voice : null} line={`${who} · ${formatDate(thanks.saidAtMs, serverNowMs())}`} />
      {aboutVoice !== null && <View className="u-sub u-ochre u-mt3">{aboutVoice}</View>}
      {isOpen && (
        <View className="u-row u-between u-wrap u-gap2 u-mt2">
          <View className="u-sub u-tap">{state.line}</View>
          {state.acts.length > 0 && <View className="u-row u-wrap u-gap2">{state.acts.map((one) => <ActButton key={one.word} act={one} thanksId={thanks.thanksId} />)}</View>}
        </View>
      )}
      {thanks.canSayAgain && <View className="u-mt3"><Button kind="secondary" size="small" block={false} onClick={() => void openPage('sayThanks', { wishId: thanks.wishId, claimId: thanks.claimId, again: 1 })}>写几句话</Button></View>}
    </Card>
  );
}

function ActButton({ act, thanksId }: { act: ThanksAct; thanksId: string }) {
  const options = { about: `${thanksId}:${String(act.yes)}:${String(act.withVoice)}`, invalidates: ['thanks.mine', 'thanks.wall', 'shop.page', 'home.overview'] } as const;
  const show = useApiCommand('thanks.show', options);
  const consent = useApiCommand('thanks.consent', options);
  const run = (): unknown => (act.route === 'thanks.show' ? show.run({ thanksId, shows: act.yes }) : consent.run({ thanksId, consents: act.yes, withVoice: act.withVoice }));
  const failure = show.failure ?? consent.failure;
  return (
    <View>
      <Button kind={act.kind} size="small" block={false} busy={show.isBusy || consent.isBusy} onClick={run}>{act.word}</Button>
      {failure !== null && <View className="u-mt2"><Notice tone="warn">{failure.message}</Notice></View>}
    </View>
  );
}

/** As everybody in the community reads and hears it. */
export function ShownThanksRow({ thanks }: { thanks: ShownThanksView }) {
  return <Card><Words thanks={thanks} voice={thanks.voice} line={`谢 ${thanks.giverText} · ${formatDate(thanks.shownAtMs, serverNowMs())}`} /></Card>;
}
