import type { AnswerIncident } from '../answer.ts';
import { headlineText } from '../picture-words.ts';
import type { View } from '../view.ts';
import type { MapSpec } from './map-spec.ts';
import { recencyBounds } from './recency.ts';

/** UCDP: placed exactly or to within 25 km. Anything vaguer is no point. */
const PLACED = 2;
/** Where the store says no extent: a country, or an outline that is drawn itself. */
const WIDE_KM = 150;

const isPlaced = (incident: AnswerIncident) => incident.where_prec <= PLACED;

const extentOf = (incident: AnswerIncident, { saying: { gazetteer } }: View) =>
  (incident.place_id ? gazetteer.places.get(incident.place_id)?.extentKm : undefined) ?? WIDE_KM;

/** What a map of the answer shows; null where nothing can be placed. The answer must hold all its incidents. */
export function mapOf(view: View): MapSpec | null {
  const { answer, question, voice } = view;
  const { t, days } = voice;
  const points = answer.incidents
    .filter(isPlaced)
    .map(({ lat, lon, killed, date }) => ({ lat, lon, killed: killed.best ?? killed.low, day: date }));
  const vague = [...answer.incidents.filter((i) => !isPlaced(i)), ...answer.possible.filter((i) => !isPlaced(i))].map((i) => ({
    lat: i.lat,
    lon: i.lon,
    km: extentOf(i, view),
    placeId: i.place_id,
  }));
  if (points.length + vague.length === 0) return null;
  const asked = question.places[0];
  const around = answer.radius_km !== null && asked && question.places.length === 1;
  const { title, subtitle, stamp } = headlineText(view);
  const bounds = recencyBounds(points);
  return {
    language: voice.language,
    title,
    subtitle,
    footer: `${stamp} ${t('map-credit')}`,
    circle: around && asked ? { lat: asked.lat, lon: asked.lon, km: answer.radius_km ?? 0 } : null,
    places: question.places.map(({ id }) => id),
    points,
    vague,
    words: {
      killed: t('map-killed'),
      vague: t('map-vague', { n: vague.length }),
      days: bounds && [
        t('map-since', { day: days.day(bounds.newest) }),
        t('map-since', { day: days.day(bounds.middle) }),
        t('map-before', { day: days.day(bounds.middle) }),
      ],
      km: t('map-km'),
    },
  };
}
