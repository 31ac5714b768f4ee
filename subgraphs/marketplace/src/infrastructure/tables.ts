import { amountMinor, bigintNumber, instant, typeId } from '@veza/postgres';
import { sql } from 'drizzle-orm';
import { boolean, char, customType, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

export const listing = pgTable('listing', {
  id: typeId('listing').primaryKey(),
  sellerId: typeId('user').notNull(),
  title: text().notNull(),
  description: text(),
  kind: text({ enum: ['SAMPLE_PACK', 'PRESET', 'STEMS', 'BEAT', 'TEMPLATE', 'SERVICE'] }).notNull(),
  state: text({ enum: ['DRAFT', 'PUBLISHED'] }).notNull(),
  tags: text().array().notNull(),
  previewTrackId: typeId('track'),
  lowestPriceMinor: amountMinor(),
  lowestPriceCurrency: char({ length: 3 }),
  reviewCount: integer().notNull().default(0),
  ratingSum: integer().notNull().default(0),
  revision: bigintNumber().notNull(),
  createdAt: instant().notNull(),
  publishedAt: instant(),
  document: tsvector()
    .notNull()
    .generatedAlwaysAs(sql`listing_document(title, description, tags)`),
});

export const licence = pgTable('licence', {
  id: typeId('licence').primaryKey(),
  listingId: typeId('listing').notNull(),
  place: smallint().notNull(),
  name: text().notNull(),
  terms: text().notNull(),
  priceMinor: amountMinor().notNull(),
  currency: char({ length: 3 }).notNull(),
  isExclusive: boolean().notNull(),
  stock: integer(),
});

export const listingFile = pgTable('listing_file', {
  uploadId: typeId('upload').primaryKey(),
  listingId: typeId('listing').notNull(),
  place: smallint().notNull(),
});

export const revenueSplit = pgTable(
  'revenue_split',
  { listingId: typeId('listing').notNull(), userId: typeId('user').notNull(), shareBps: integer().notNull() },
  (table) => [primaryKey({ columns: [table.listingId, table.userId] })],
);

export const knownUpload = pgTable('known_upload', { id: typeId('upload').primaryKey(), ownerId: typeId('user').notNull() });
