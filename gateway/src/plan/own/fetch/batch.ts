import type { DataObject } from '../own-property.ts';
import { quoted } from '../writer/leaf-text.ts';
import type { MayLack, RepresentationOf } from './representations.ts';

/** Representations that one call may carry. @see gateway.md 3.3 */
export const MAX_REPRESENTATIONS = 100;

/** One thing to ask for, and everything in the answer that it feeds. */
export interface BatchItem {
  readonly representation: DataObject;
  /** The representation as JSON; equal texts ask for the same thing. */
  readonly text: string;
  readonly targets: DataObject[];
}

/** JSON text of a representation. Nearly all hold a few short texts, which `JSON.stringify` takes several times longer for. */
function textOf(representation: DataObject): string {
  let members = '';
  // Representations inherit nothing.
  for (const name in representation) {
    const value = representation[name];
    members += `${members === '' ? '' : ','}${quoted(name)}:${typeof value === 'string' ? quoted(value) : JSON.stringify(value)}`;
  }
  return `{${members}}`;
}

/** What is asked about the targets, each thing once, in order of first need. Targets that lack a key are left out. */
export function batchOf(targets: readonly DataObject[], representationOf: RepresentationOf, mayLack: MayLack): readonly BatchItem[] {
  const byText = new Map<string, BatchItem>();
  for (const target of targets) {
    const representation = representationOf(target, mayLack);
    if (!representation) continue;
    const text = textOf(representation);
    const known = byText.get(text);
    if (known) known.targets.push(target);
    else byText.set(text, { representation, text, targets: [target] });
  }
  return [...byText.values()];
}

/** Parts of nearly equal size, none larger than a call may be. */
export function evenParts<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length <= MAX_REPRESENTATIONS) return [items];
  const count = Math.ceil(items.length / MAX_REPRESENTATIONS);
  const size = Math.ceil(items.length / count);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
