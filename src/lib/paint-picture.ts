import Taro from '@tarojs/taro';

/** A picture to be painted, in px of its own. */
export interface Painting {
  readonly width: number;
  readonly height: number;
  /** Fonts and everything that is written in them: a browser fetches letters only once it is asked to. */
  readonly letters: readonly { readonly font: string; readonly text: string }[];
  /** Pictures it is made with, as data URIs; loaded before it is painted and handed over in this order. */
  readonly pictures?: readonly string[];
  readonly paint: (context: CanvasRenderingContext2D, pictures: readonly CanvasImageSource[]) => void;
}

/** The page holds a canvas of this id, out of sight: WeChat turns only a canvas of the page into a file. */
export const PAINTING_CANVAS_ID = 'painting';

interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: '2d'): CanvasRenderingContext2D;
  createImage(): HTMLImageElement;
}

const findCanvas = (): Promise<CanvasNode | null> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${PAINTING_CANVAS_ID}`)
      .fields({ node: true }, (found) => resolve((found as { readonly node?: CanvasNode } | null)?.node ?? null))
      .exec();
  });

const loaded = (canvas: CanvasNode, uri: string): Promise<CanvasImageSource> =>
  new Promise((resolve, reject) => {
    const image = canvas.createImage();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('a picture cannot be read'));
    image.src = uri;
  });

/** Paints on the page's canvas; answers the local path of a PNG, null when this phone cannot. */
export async function paintPicture({ width, height, pictures = [], paint }: Painting): Promise<string | null> {
  try {
    const canvas = await findCanvas();
    if (canvas === null) return null;
    canvas.width = width;
    canvas.height = height;
    paint(canvas.getContext('2d'), await Promise.all(pictures.map((uri) => loaded(canvas, uri))));
    const file = await Taro.canvasToTempFilePath({ canvas: canvas as unknown as Taro.Canvas, width, height, destWidth: width, destHeight: height, fileType: 'png' });
    return file.tempFilePath;
  } catch {
    return null;
  }
}
