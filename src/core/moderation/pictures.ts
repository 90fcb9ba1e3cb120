import type { Core } from '../core.ts';
import type { Block } from '../reply/reply.ts';
import type { MapSpec } from '../summary/maps/map-spec.ts';
import type { Voice } from '../summary/voice.ts';
import type { TipView } from './tip-view.ts';

/** Cleaned photos, as they may be shown. */
export function photosOf({ vault }: Pick<Core, 'vault'>, { row, media }: TipView, { t }: Voice): Block[] {
  return media.flatMap(({ id, state, kind, clean, mime }, at): Block[] => {
    const bytes = state === 'clean' && clean ? vault.open(clean, { column: 'tip_media.clean', row: id }) : null;
    if (!bytes) return [];
    const name = `${row.ref}-${at + 1}`;
    return kind === 'photo' && mime === 'image/png'
      ? [{ kind: 'image', png: bytes, name: `${name}.png`, alternative: t('card-photo', { n: at + 1 }) }]
      : [
          {
            kind: 'file',
            data: bytes,
            name: `${name}${EXTENSION[mime ?? ''] ?? ''}`,
            mime: mime ?? 'application/octet-stream',
            note: t('card-photo', { n: at + 1 }),
          },
        ];
  });
}

const EXTENSION: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'video/mp4': '.mp4',
};

/** A contact's own point is shown as wide as this: nobody needs to see where they stood. */
const PIN_KM = 2;

/** Where the draft says that it was, on a map. */
export async function pointOf(
  core: Pick<Core, 'gazetteer'>,
  { row, content }: TipView,
  { t, language, days }: Voice,
): Promise<Block[]> {
  const place = content?.draft.place;
  if (!place) return [];
  const round = (degrees: number) => (place.pinned ? Math.round(degrees * 100) / 100 : degrees);
  const [lat, lon] = [round(place.lat), round(place.lon)];
  const isPoint = place.precision <= 2;
  const day = content.draft.day?.from ?? '';
  const spec: MapSpec = {
    language,
    title: t('card-title', { ref: row.ref }),
    subtitle: day === '' ? '' : days.day(day),
    footer: t('map-credit'),
    circle: place.pinned ? { lat, lon, km: PIN_KM } : null,
    places: place.id === null ? [] : [place.id],
    points: isPoint ? [{ lat, lon, killed: null, day }] : [],
    vague: isPoint ? [] : [{ lat, lon, km: 25, placeId: place.id }],
    words: { killed: t('map-killed'), vague: t('map-vague', { n: 1 }), days: null, km: t('map-km') },
  };
  const { createMapDrawer } = await import('../summary/maps/draw-map.ts');
  const png = createMapDrawer(core.gazetteer).png(spec, 'light');
  return [{ kind: 'image', png, name: `${row.ref}-map.png`, alternative: t('card-map') }];
}
