import { pictureAddress } from '../api/media';
import { BuiltIn, fire } from './base';
import { elementHost } from './host-context';

const FITS: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover', scaleToFill: 'fill', widthFix: 'fill', heightFix: 'fill', center: 'none', top: 'none', bottom: 'none', left: 'none', right: 'none' };
const POSITIONS: Record<string, string> = { top: 'top', bottom: 'bottom', left: 'left', right: 'right', 'top left': 'left top', 'top right': 'right top', 'bottom left': 'left bottom', 'bottom right': 'right bottom' };

/** `image` and `cover-image`: any path of the program, WeChat's modes, load and error events. */
export class ProgramImage extends BuiltIn {
  private image!: HTMLImageElement;

  protected override build(): void {
    const root = this.shadow('<img alt="" draggable="false" style="display:block;width:100%;height:100%">');
    this.image = root.querySelector('img') as HTMLImageElement;
    this.image.addEventListener('load', () => this.onLoad());
    this.image.addEventListener('error', () => fire(this, 'error', { errMsg: `GET ${this.text('src').slice(0, 200)} failed` }));
  }

  private onLoad(): void {
    const { naturalWidth: width, naturalHeight: height } = this.image;
    this.fitToPicture();
    fire(this, 'load', { width, height });
  }

  /** widthFix and heightFix let the picture's own ratio decide the other side. */
  private fitToPicture(): void {
    const { naturalWidth, naturalHeight } = this.image;
    const mode = this.text('mode');
    if (!naturalWidth || (mode !== 'widthFix' && mode !== 'heightFix')) return;
    this.style.aspectRatio = `${naturalWidth} / ${naturalHeight}`;
    this.style[mode === 'widthFix' ? 'height' : 'width'] = 'auto';
  }

  protected override update(name: string): void {
    if (name === 'src') {
      const source = this.text('src');
      if (source) this.image.src = pictureAddress(elementHost(), source);
      else this.image.removeAttribute('src');
    } else if (name === 'mode') {
      const mode = this.text('mode');
      this.image.style.objectFit = FITS[mode] ?? 'fill';
      this.image.style.objectPosition = POSITIONS[mode] ?? 'center';
      this.fitToPicture();
    } else if (name === 'lazy-load') this.image.loading = this.flag('lazy-load') ? 'lazy' : 'eager';
    else if (name === 'aria-label') this.image.alt = this.text('aria-label');
  }
}
