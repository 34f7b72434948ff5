import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { LocalText } from '../../src/domain/text.ts';
import type { Made, Recipe } from '../recipe.ts';
import { Refused } from '../refusal.ts';
import { readSource } from '../sourceFile.ts';
import { handedOver } from './handedOver.ts';

/** From the bottom up, as the map draws them. */
const KINDS = ['area', 'strak', 'light', 'camera', 'place'] as const;

interface ProposalParcel {
  readonly layers: readonly Recipe[];
  readonly sourcesRoot: string;
  /** The unpacked folder, which is also the id of its source. */
  readonly folder: string;
  readonly title: LocalText;
  readonly description: LocalText;
}

/**
 * A city's layers with a published proposal put in: a layer for each kind it brings, and what it changes or withdraws
 * taken out of the layers before it. @throws Refused when the folder is not a whole parcel
 */
export function withProposal({ layers, sourcesRoot, folder, title, description }: ProposalParcel): Recipe[] {
  const brought = KINDS.map((kind) => `${folder}/${kind}.geojson`).filter((file) =>
    existsSync(join(sourcesRoot, file)),
  );
  const replaced = new Set(
    brought.flatMap((file) =>
      readSource(join(sourcesRoot, file), file).map(({ properties }) => String(properties.id)),
    ),
  );
  const gone = new Set([...replaced, ...withdrawnIds(sourcesRoot, `${folder}/withdrawn.json`)]);
  const left = layers.map((recipe) =>
    recipe.role === 'package'
      ? {
          ...recipe,
          make: (kitchen: Parameters<Recipe['make']>[0]) => without(recipe.make(kitchen), gone, folder),
        }
      : recipe,
  );
  return [
    ...left,
    ...brought.map((file) =>
      handedOver({
        id: `${folder}-${file.slice(folder.length + 1, -'.geojson'.length)}`,
        role: 'package',
        title,
        description,
        sourceIds: [folder],
        file,
      }),
    ),
  ];
}

function withdrawnIds(sourcesRoot: string, file: string): string[] {
  const refuse = (reason: string): Refused => new Refused([{ file, feature: '(whole file)', reason }]);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(join(sourcesRoot, file), 'utf8'));
  } catch (error) {
    throw refuse(`cannot be read: ${(error as Error).message}`);
  }
  const ids = v.safeParse(v.array(v.string()), content);
  if (!ids.success) throw refuse('must be a list of ids');
  return ids.output;
}

/** What a layer made, but for the features that are gone. */
function without({ features, dropped }: Made, gone: ReadonlySet<string>, folder: string): Made {
  const isGone = ({ properties }: Made['features'][number]): boolean => gone.has(properties.id);
  const reason = `changed or withdrawn by ${folder}`;
  return {
    features: features.filter((draft) => !isGone(draft)),
    dropped: [
      ...dropped,
      ...features.filter(isGone).flatMap(({ from }) => from.map((source) => ({ from: source, reason }))),
    ],
  };
}
