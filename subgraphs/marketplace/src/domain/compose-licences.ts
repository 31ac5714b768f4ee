import { err, type Id, ok, type Result } from '@veza/kernel';
import type { Licence } from './licence.ts';
import { isDigital, type ListingKind } from './listing.ts';
import { type Money, type MoneyText, parseMoney } from './money.ts';
import { invalid, type Problem } from './problem.ts';
import { lineOfText, longText } from './text.ts';

const MAX_LICENCES = 20;
const MAX_NAME_LENGTH = 100;
const MAX_TERMS_LENGTH = 20_000;
const MAX_STOCK = 1_000_000;

/** A licence as its seller writes it. */
export interface LicenceDraft {
  readonly name: string;
  readonly terms: string;
  readonly price: MoneyText;
  readonly isExclusive: boolean;
  /** Undefined for any number. */
  readonly stock: number | undefined;
}

/** What licences belong to. */
export interface LicenceCircumstances {
  readonly kind: ListingKind;
  readonly listingId: Id<'listing'>;
  readonly newLicenceId: () => Id<'licence'>;
}

/** A price that the kind allows: a gift is digital. */
function readPrice(price: MoneyText, kind: ListingKind): Money | undefined {
  const money = parseMoney(price);
  return money && (money.amountMinor > 0n || isDigital(kind)) ? money : undefined;
}

/** An exclusive licence is sold once by its nature and has no stock. */
function isStock({ stock, isExclusive }: LicenceDraft): boolean {
  return stock === undefined || (!isExclusive && stock >= 1 && stock <= MAX_STOCK);
}

function composeLicence(draft: LicenceDraft, { kind, listingId, newLicenceId }: LicenceCircumstances): Result<Licence, readonly string[]> {
  const read = {
    name: lineOfText(draft.name, MAX_NAME_LENGTH),
    terms: draft.terms.trim() === '' ? undefined : longText(draft.terms, MAX_TERMS_LENGTH),
    price: readPrice(draft.price, kind),
    stock: isStock(draft) ? (draft.stock ?? null) : undefined,
  };
  const wrong = Object.entries(read).flatMap(([field, value]) => (value === undefined ? [field] : []));
  if (wrong.length > 0) return err(wrong);
  return ok({ ...(read as Pick<Licence, keyof typeof read>), id: newLicenceId(), listingId, isExclusive: draft.isExclusive });
}

/** The licences of a listing, all in the currency of the first, or everything that is wrong with them. */
export function composeLicences(
  drafts: readonly LicenceDraft[],
  circumstances: LicenceCircumstances,
): Result<readonly Licence[], readonly Problem[]> {
  if (drafts.length > MAX_LICENCES) return err([invalid('licences')]);
  const composed = drafts.map((draft) => composeLicence(draft, circumstances));
  const problems = composed.flatMap((licence, place) =>
    licence.ok ? [] : licence.error.map((field) => invalid('licences', place, field)),
  );
  const foreign = drafts.flatMap(({ price }, place) =>
    price.currency === drafts[0]?.price.currency ? [] : [invalid('licences', place, 'price', 'currency')],
  );
  if (problems.length + foreign.length > 0) return err([...problems, ...foreign]);
  return ok(composed.flatMap((licence) => (licence.ok ? [licence.value] : [])));
}
