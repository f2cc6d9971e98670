import { elementHost } from '../elements/host-context';
import type { Host } from '../host';
import { ApiFailure, callbackApi } from './callback-api';
import { pictureAddress } from './media';

/** A `<canvas type="2d">` built-in: it holds a real canvas in its shadow. */
export interface CanvasHolder extends HTMLElement {
  canvas: HTMLCanvasElement
}

/** The node a 2D program draws on: the real canvas with WeChat's helpers added. */
export function canvasNodeOf(element: HTMLElement): HTMLCanvasElement | null {
  const { canvas } = element as Partial<CanvasHolder>;
  if (!(canvas instanceof HTMLCanvasElement)) return null;
  return Object.assign(canvas, {
    createImage: () => makeCanvasImage(),
    requestAnimationFrame: (callback: FrameRequestCallback) => window.requestAnimationFrame(callback),
    cancelAnimationFrame: (id: number) => window.cancelAnimationFrame(id),
    createPath2D: (path?: string) => new Path2D(path),
  });
}

/** An image whose `src` takes any path of the program. */
function makeCanvasImage(): HTMLImageElement {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  const property = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
  Object.defineProperty(image, 'src', {
    get: () => property?.get?.call(image) as string,
    set: (source: string) => property?.set?.call(image, pictureAddress(elementHost(), source)),
  });
  return image;
}

interface ExportOptions {
  canvas?: HTMLCanvasElement
  canvasId?: string
  fileType?: 'png' | 'jpg'
  quality?: number
}

async function canvasToTempFilePath(host: Host, options: ExportOptions): Promise<object> {
  const { canvas } = options;
  if (!canvas) throw new ApiFailure('weapp-host draws 2D canvases only: pass the canvas node, not a canvasId');
  const type = options.fileType === 'jpg' ? 'image/jpeg' : 'image/png';
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, options.quality));
  if (!blob) throw new ApiFailure('canvas is empty');
  return { tempFilePath: host.files.add(blob, options.fileType ?? 'png') };
}

/** Export of 2D canvases, and canvases that are not in the page. */
export function canvasApi(host: Host): object {
  return {
    canvasToTempFilePath: callbackApi<ExportOptions>('canvasToTempFilePath', (options) => canvasToTempFilePath(host, options)),
    createOffscreenCanvas: (options: { width?: number; height?: number } = {}) => {
      const holder = document.createElement('div') as unknown as CanvasHolder;
      holder.canvas = document.createElement('canvas');
      holder.canvas.width = options.width ?? 300;
      holder.canvas.height = options.height ?? 150;
      return canvasNodeOf(holder);
    },
  };
}
