import { type Actor, createGazetteer, type Place, type SourceName } from '../../src/core/gazetteer/gazetteer.ts';
import type { AskedPlace } from '../../src/core/question/question.ts';

/** A few places, actors and sources for made-up findings. */

const place = (id: string, name: string, nameAr: string, kind: Place['kind']): Place => ({
  id,
  name,
  nameAr,
  kind,
  parentId: null,
  country: 'SY',
  lat: 34.9,
  lon: 38.9,
  extentKm: 2,
  outline: null,
  population: null,
  spellings: [],
});
const actor = (id: string, name: string, nameAr: string, party: Actor['party']): Actor => ({
  id,
  name,
  nameAr,
  parentId: null,
  party,
  kind: 'force',
  spellings: [],
});
const source = (id: string, name: string, nameAr: string | null): SourceName => ({
  id,
  name,
  nameAr,
  kind: 'media',
  side: null,
  reliability: 'C',
});

export const gazetteer = createGazetteer(
  [
    place('sukhnah', 'As-Sukhnah', 'السخنة', 'town'),
    place('homs', 'Homs', 'حمص', 'governorate'),
    place('badia', 'Badia', 'البادية', 'region'),
  ],
  [
    actor('isis', 'ISIS', 'تنظيم الدولة الإسلامية', 'isis'),
    actor('saa', 'SAA', 'الجيش السوري', 'government'),
    actor('liwa-al-quds', 'Liwa al-Quds', 'لواء القدس', 'government'),
  ],
  [
    source('arab-wall', 'The Arab Wall', 'الحائط العربي'),
    source('sohr', 'Syrian Observatory for Human Rights (SOHR)', null),
    source('amaq', 'Amaq', 'وكالة أعماق'),
  ],
);

export const actorIds = [...gazetteer.actors.keys()];
export const actorNames = [...gazetteer.actors.values()].map(({ name }) => name);
export const sourceIds = [...gazetteer.sources.keys()];
export const askedPlaces: AskedPlace[] = [...gazetteer.places.values()].map(({ id, name, nameAr, kind, lat, lon }) => ({
  id,
  name,
  name_ar: nameAr,
  kind,
  lat,
  lon,
}));
