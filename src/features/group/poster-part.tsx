import { Canvas, Image, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { ShareSightView } from '@contract';
import { Notice } from '@/components/notice/notice';
import { SkeletonBlock } from '@/components/skeleton/skeleton';
import { paintPicture, PAINTING_CANVAS_ID } from '@/lib/paint-picture';
import { openAlbumPermission, savePicture, type SaveOutcome } from '@/lib/save-picture';
import { SAVE_TROUBLE } from '@/lib/save-trouble';
import { serverNowMs } from '@/lib/server-clock';
import { useLargeType } from '@/lib/settings';
import { toast } from '@/lib/toast';
import { posterPainting } from './poster';
import '@/components/picture-button/picture-button.css';
import './group.css';

export interface PosterMade {
  /** Null while it is painted, or where this phone cannot or WeChat gave no code. */
  readonly path: string | null;
  readonly isPainting: boolean;
  readonly outcome: SaveOutcome | null;
  readonly save: () => Promise<void>;
}

/** A poster of one thing with its code, painted once both are there, in the type the person reads in. */
export function usePoster(sight: ShareSightView | undefined, codeUri: string | null | undefined): PosterMade {
  const isLarge = useLargeType();
  const [path, setPath] = useState<string | null>(null);
  const [isPainting, setPainting] = useState(true);
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null);
  useEffect(() => {
    if (sight === undefined || codeUri === undefined) return;
    if (codeUri === null) {
      setPainting(false);
      return;
    }
    setPainting(true);
    void paintPicture(posterPainting(sight, codeUri, isLarge, serverNowMs())).then((painted) => {
      setPath(painted);
      setPainting(false);
    });
  }, [sight, codeUri, isLarge]);
  const save = async (): Promise<void> => {
    if (path === null) return;
    const saved = await savePicture(path, '海报');
    setOutcome(saved);
    if (saved === 'saved') toast('海报存好了');
  };
  return { path, isPainting, outcome, save };
}

/** The poster as it will hang, the canvas it is painted on out of sight. */
export function PosterPart({ poster, codeUri }: { poster: PosterMade; codeUri: string | null | undefined }) {
  const trouble = poster.outcome === null ? null : SAVE_TROUBLE[poster.outcome];
  return (
    <View>
      {process.env.TARO_ENV === 'weapp' && <Canvas type="2d" id={PAINTING_CANVAS_ID} canvasId={PAINTING_CANVAS_ID} className="ly-picture-canvas" />}
      {poster.path !== null && <Image className="group-poster" src={poster.path} mode="widthFix" showMenuByLongpress />}
      {poster.path === null && poster.isPainting && <SkeletonBlock height="420px" round />}
      {poster.path === null && !poster.isPainting && <Notice tone="info">{codeUri === null ? '码的图片这会儿没拿到，海报画不出；卡片和接龙文字照样能发。' : '这台手机画不出海报；卡片和接龙文字照样能发。'}</Notice>}
      {trouble !== null && <View className="u-mt3"><Notice tone="warn" {...(poster.outcome === 'refused' ? { action: { text: '去打开', onClick: () => void openAlbumPermission() } } : {})}>{trouble}</Notice></View>}
    </View>
  );
}
