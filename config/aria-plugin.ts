import type { IPluginContext } from '@tarojs/service';

/**
 * Taro's templates for WeChat leave out the aria attributes, so that what screen readers should say would be lost
 * without a word. This puts them into the templates of the elements we use. The browser build needs none of it.
 */
const ARIA = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-selected': '',
};

interface MiniPlatform {
  template?: { mergeComponents: (ctx: IPluginContext, patch: Record<string, Record<string, string>>) => void };
}

export default function ariaPlugin(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      platform.template?.mergeComponents(ctx, { View: ARIA, Image: ARIA, Input: ARIA, Textarea: ARIA });
    },
  });
}
