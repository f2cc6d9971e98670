/** One step of WeChat's animation: styles to reach and how. */
export interface AnimationStep {
  style: Record<string, string>
  durationMs: number
  delayMs: number
  easing: string
  origin: string
}

interface StepOptions {
  duration?: number
  delay?: number
  timingFunction?: string
  transformOrigin?: string
}

const DEGREES = new Set(['rotate', 'rotateX', 'rotateY', 'rotateZ', 'skew', 'skewX', 'skewY']);
const LENGTHS = new Set(['translate', 'translateX', 'translateY', 'translateZ', 'translate3d']);
const TRANSFORMS = [...DEGREES, ...LENGTHS, 'scale', 'scaleX', 'scaleY', 'scaleZ', 'scale3d', 'rotate3d', 'matrix', 'matrix3d'] as const;
const STYLES: Record<string, string> = { opacity: 'opacity', backgroundColor: 'background-color', width: 'width', height: 'height', top: 'top', left: 'left', right: 'right', bottom: 'bottom' };

function transformText(name: string, values: (number | string)[]): string {
  const unit = DEGREES.has(name) ? 'deg' : LENGTHS.has(name) ? 'px' : '';
  return `${name}(${values.map((value) => (typeof value === 'number' ? `${value}${unit}` : value)).join(',')})`;
}

function styleValue(name: string, value: number | string): string {
  return typeof value === 'number' && name !== 'opacity' ? `${value}px` : String(value);
}

/** wx.createAnimation: collects steps; `export()` hands them to an element's `animation` property, which plays them in turn. */
export function createAnimation(defaults: StepOptions = {}): object {
  let steps: AnimationStep[] = [];
  let transforms: string[] = [];
  let style: Record<string, string> = {};
  const animation: Record<string, unknown> = {
    step(options: StepOptions = {}) {
      const chosen = { ...defaults, ...options };
      if (transforms.length > 0) style.transform = transforms.join(' ');
      steps.push({ style, durationMs: chosen.duration ?? 400, delayMs: chosen.delay ?? 0, easing: chosen.timingFunction ?? 'linear', origin: chosen.transformOrigin ?? '50% 50% 0' });
      style = {};
      return animation;
    },
    export() {
      const actions = steps;
      steps = [];
      return { actions };
    },
  };
  for (const name of TRANSFORMS) {
    animation[name] = (...values: (number | string)[]) => {
      transforms = [...transforms.filter((text) => !text.startsWith(`${name}(`)), transformText(name, values)];
      return animation;
    };
  }
  for (const [name, property] of Object.entries(STYLES)) {
    animation[name] = (value: number | string) => {
      style[property] = styleValue(name, value);
      return animation;
    };
  }
  return animation;
}
