import type { ApiContract, ApiReply, RouteName } from '@contract';
import type { Stage } from './stage';

/**
 * What happened before the scene begins, done through the program's own routes without a screen: a test then shows only
 * the steps that it is about. Also the cloud's clock and timer.
 */
export class Behind {
  private operations = 0;

  constructor(private readonly stage: Pick<Stage, 'origin'>) {}

  private async post(path: string, body: object, openid?: string): Promise<Record<string, unknown>> {
    const headers = { 'content-type': 'application/json', ...(openid === undefined ? {} : { 'x-openid': openid }) };
    const response = await fetch(`${this.stage.origin}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  }

  /** One call of a person that is to succeed. */
  async must<R extends RouteName>(openid: string, route: R, input: ApiContract[R]['input']): Promise<ApiContract[R]['output']> {
    const operationId = `behind-the-scene-${String((this.operations += 1)).padStart(5, '0')}`;
    const { result, error } = await this.post('functions/api', { route, input, operationId }, openid);
    const reply = result as ApiReply<ApiContract[R]['output']> | undefined;
    if (reply?.ok !== true) throw new Error(`${route} did not succeed: ${JSON.stringify(reply ?? error)}`);
    return reply.data;
  }

  async upload(openid: string, purpose: ApiContract['media.issueUpload']['input']['purpose']): Promise<string> {
    const { cloudPath } = await this.must(openid, 'media.issueUpload', { purpose, extension: 'jpg' });
    const reply = await fetch(`${this.stage.origin}/storage/${cloudPath}`, { method: 'PUT', headers: { 'x-openid': openid, 'content-type': 'image/jpeg' }, body: new Uint8Array([255, 216, 255, 224, 1, 2, 3]) });
    return ((await reply.json()) as { fileID: string }).fileID;
  }

  /** The cloud's own time, which the demo keeps near its own days. */
  async nowMs(): Promise<number> {
    return Number(((await (await fetch(`${this.stage.origin}/control/clock`)).json()) as { serverNowMs: number }).serverNowMs);
  }

  async advance(ms: number): Promise<void> {
    await this.post('control/clock', { advanceMs: ms });
  }

  /** The timer until nothing is left: a run that was cut, or put something off for two minutes, is followed by another. */
  async runJobsUntilQuiet(): Promise<void> {
    for (let run = 0; run < 6; run += 1) {
      const { runs } = await this.post('control/jobs', {});
      const report = (runs as Record<string, { result?: { isRun: boolean; failed: number; isCut: boolean } }>).jobs?.result;
      if (report?.isRun === true && report.failed === 0 && !report.isCut) return;
      await this.advance(3 * 60_000);
    }
    throw new Error('the jobs did not come to rest');
  }
}
