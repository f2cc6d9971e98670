import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';
import components from './aria-components.json';

interface MiniPlatform {
  template?: { mergeComponents: (ctx: IPluginContext, patch: Record<string, Record<string, string>>) => void };
  runtimePath?: string | string[];
}

/**
 * Taro's templates for WeChat leave out the aria attributes, so that what screen readers should say would be lost
 * without a word. This puts them into the templates and, equally, into the runtime's table of the elements we use.
 * The browser build needs none of it.
 */
export default function ariaPlugin(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      if (!platform.template) return;
      platform.template.mergeComponents(ctx, components);
      platform.runtimePath = [platform.runtimePath ?? [], path.resolve(__dirname, '../src/lib/aria-runtime.ts')].flat();
    },
  });
}
