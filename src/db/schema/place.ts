import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
} from 'drizzle-orm/pg-core';
import { oneOf } from './columns.ts';
import { LANGUAGES, type Language, PLACE_KINDS, type PlaceKind } from './vocabulary.ts';

/** `[lon, lat]`, as in GeoJSON. */
export type Position = [lon: number, lat: number];

/** Areas are rings (first is the outside, none is closed twice); rivers and roads are lines with a width to either side. */
export type Outline = { type: 'area'; rings: Position[][] } | { type: 'corridor'; lines: Position[][]; km: number };

/** A named place: administrative unit, settlement, feature, road, river or region. */
export const place = pgTable(
  'place',
  {
    id: text().primaryKey(),
    /** Short canonical English name: "Homs", never "Homs Governorate". */
    name: text().notNull(),
    nameAr: text().notNull(),
    kind: text().$type<PlaceKind>().notNull(),
    /** The administrative unit that it lies in; areas across units have none. */
    parentId: text().references((): AnyPgColumn => place.id),
    /** ISO 3166 alpha-2; null for what lies in both countries. */
    country: text().$type<'SY' | 'IQ'>(),
    lat: doublePrecision().notNull(),
    lon: doublePrecision().notNull(),
    /** Kilometres from the point within which all of it lies. */
    extentKm: real().notNull(),
    outline: jsonb().$type<Outline>(),
    population: integer(),
    /** Where coordinates, outline and spellings come from; keys of data/NOTICE.md. */
    origin: text().notNull(),
  },
  (t) => [
    oneOf('place_kind_known', t.kind, PLACE_KINDS),
    oneOf('place_country_known', t.country, ['SY', 'IQ']),
    check('place_on_earth', sql`${t.lat} between -90 and 90 and ${t.lon} between -180 and 180`),
    check('place_extent_positive', sql`${t.extentKm} >= 0`),
    index('place_parent').on(t.parentId),
  ],
);

export const placeAlias = pgTable(
  'place_alias',
  {
    placeId: text()
      .notNull()
      .references(() => place.id, { onDelete: 'cascade' }),
    language: text().$type<Language>().notNull(),
    spelling: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.spelling, t.placeId] }),
    index('place_alias_place').on(t.placeId),
    oneOf('place_alias_language_known', t.language, LANGUAGES),
  ],
);
