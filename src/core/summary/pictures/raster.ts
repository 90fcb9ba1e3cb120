import { Resvg } from '@resvg/resvg-js';
import { FONT_FILES } from './letters.ts';
import { PICTURE } from './theme.ts';

/** SVG of PICTURE's size to PNG bytes. */
export function toPng(svg: string): Uint8Array {
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: PICTURE.scale },
    font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: 'Noto Sans' },
  });
  return picture.render().asPng();
}
