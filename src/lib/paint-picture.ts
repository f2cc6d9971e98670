import Taro from '@tarojs/taro';

/** A picture to be painted, in px of its own. */
export interface Painting {
  readonly width: number;
  readonly height: number;
  /** Fonts and everything that is written in them: a browser fetches letters only once it is asked to. */
  readonly letters: readonly { readonly font: string; readonly text: string }[];
  readonly paint: (context: CanvasRenderingContext2D) => void;
}

/** The page holds a canvas of this id, out of sight: WeChat turns only a canvas of the page into a file. */
export const PAINTING_CANVAS_ID = 'painting';

interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: '2d'): CanvasRenderingContext2D;
}

const findCanvas = (): Promise<CanvasNode | null> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${PAINTING_CANVAS_ID}`)
      .fields({ node: true }, (found) => resolve((found as { readonly node?: CanvasNode } | null)?.node ?? null))
      .exec();
  });

/** Paints on the page's canvas; answers the local path of a PNG, null when this phone cannot. */
export async function paintPicture({ width, height, paint }: Painting): Promise<string | null> {
  try {
    const canvas = await findCanvas();
    if (canvas === null) return null;
    canvas.width = width;
    canvas.height = height;
    paint(canvas.getContext('2d'));
    const file = await Taro.canvasToTempFilePath({ canvas: canvas as unknown as Taro.Canvas, width, height, destWidth: width, destHeight: height, fileType: 'png' });
    return file.tempFilePath;
  } catch {
    return null;
  }
}
