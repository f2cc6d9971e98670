/** What one stage may hold in memory. Documents between stages may be larger than 16 MB; only what is answered may not. */
import { failure } from '../expressions/failure';

/** 100 MB, which the documentation of wx.cloud names as well. */
export const STAGE_LIMIT_BYTES = 100 * 1024 * 1024;

export class StageMemory {
  private bytes = 0;

  /** `refusal` is MongoDB's text for the stage. */
  constructor(private readonly refusal: string) {}

  take(bytes: number): void {
    this.bytes += bytes;
    if (this.bytes > STAGE_LIMIT_BYTES) throw failure(this.refusal);
  }
}
