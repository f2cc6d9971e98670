import { View } from '@tarojs/components';
import type { DirectedView } from '@contract';
import { PhotosInDoubt } from '@/components/photos-in-doubt/photos-in-doubt';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { DIRECTED_STALE } from './directed-stale';

/** Photos of reports that neighbours do not see yet, for staff and whoever answers for it. */
export function PhotosPart({ gift: { directedId, photosInDoubt, may } }: { gift: DirectedView }) {
  const judge = useApiCommand('directed.judgePhoto', { about: `${directedId}:${photosInDoubt[0]?.photoKey ?? ''}`, invalidates: DIRECTED_STALE });
  return (
    <View>
      <PhotosInDoubt photos={photosInDoubt} canJudge={may.canJudgePhotos} command={judge} onJudge={async (photoKey, decision) => {
        if ((await judge.run({ directedId, photoKey, decision })) === null) return false;
        toast(decision.kind === 'clear' ? '公开了，邻居看得到' : '没有公开，负责的人会知道');
        return true;
      }} />
    </View>
  );
}
