import { Canvas, Image, View } from '@tarojs/components';
import { useState } from 'react';
import { Button, type ButtonProps } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Sheet as BottomSheet } from '@/components/sheet/sheet';
import { paintPicture, PAINTING_CANVAS_ID } from '@/lib/paint-picture';
import { paintingOf, type Sheet } from '@/lib/picture-marks';
import { openAlbumPermission, savePicture, type SaveOutcome } from '@/lib/save-picture';
import { SAVE_TROUBLE } from '@/lib/save-trouble';
import { toast } from '@/lib/toast';
import './picture-button.css';

interface PictureButtonProps {
  /** Called with each tap: the picture tells what is so now. */
  readonly sheetOf: () => Sheet;
  /** Of the sheet that shows the picture, and of a saved file. */
  readonly title: string;
  readonly note: string;
  /** What to do on a phone that cannot paint. */
  readonly instead: string;
  readonly kind?: ButtonProps['kind'];
}

/** 存成图片: the button, the canvas out of sight, and the sheet with the picture. One a page: there is one canvas. */
export function PictureButton({ sheetOf, title, note, instead, kind = 'primary' }: PictureButtonProps) {
  const [path, setPath] = useState<string | null>(null);
  const [cannotPaint, setCannotPaint] = useState(false);
  const show = async (): Promise<void> => {
    const painted = await paintPicture(paintingOf(sheetOf()));
    setCannotPaint(painted === null);
    setPath(painted);
  };
  return (
    <View>
      <Button kind={kind} icon="download" busyText="正在画…" onClick={show}>存成图片</Button>
      {cannotPaint && <View className="u-mt2"><Notice tone="warn">这台手机画不出图，请{instead}。</Notice></View>}
      {process.env.TARO_ENV === 'weapp' && <Canvas type="2d" id={PAINTING_CANVAS_ID} canvasId={PAINTING_CANVAS_ID} className="ly-picture-canvas" />}
      <PictureSheet path={path} title={title} note={note} onClose={() => setPath(null)} />
    </View>
  );
}

function PictureSheet({ path, title, note, onClose }: { path: string | null; title: string; note: string; onClose: () => void }) {
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null);
  const save = async (): Promise<void> => {
    if (path === null) return;
    const saved = await savePicture(path, title);
    setOutcome(saved);
    if (saved === 'saved') toast('存好了');
  };
  const trouble = outcome === null ? null : SAVE_TROUBLE[outcome];
  return (
    <BottomSheet isOpen={path !== null} title={title} onClose={onClose} action={<Button busyText="正在存…" onClick={save}>存到相册</Button>}>
      {path !== null && <Image className="ly-picture" src={path} mode="widthFix" showMenuByLongpress />}
      <View className="u-sub u-mt3">{note}</View>
      {trouble !== null && <View className="u-mt3"><Notice tone="warn" {...(outcome === 'refused' ? { action: { text: '去打开', onClick: () => void openAlbumPermission() } } : {})}>{trouble}</Notice></View>}
    </BottomSheet>
  );
}
