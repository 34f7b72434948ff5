import { useText } from '../i18n/TextProvider.tsx';
import { type Atlas, featuresOfSelection } from '../state/atlas.ts';
import { select } from '../state/store.ts';
import type { Selection } from '../state/view.ts';
import { Definition, DefinitionList } from '../ui/DefinitionList.tsx';
import { DetailsHeading } from './DetailsHeading.tsx';
import { MeasureRow } from './MoneyTree.tsx';
import { PlaceLinks } from './PlaceLinks.tsx';

interface Sum {
  readonly title: string;
  readonly amountSek: number;
  readonly grantIds: readonly string[];
  readonly official?: string;
  readonly department?: string;
}

/** A grant, a programme or a board: how much, which measures, which places. */
export function MoneyDetails({ atlas, selection }: { atlas: Atlas; selection: Selection }) {
  const { t, local, format } = useText();
  const sum = sumOf(atlas, selection, local);
  if (!sum || selection.kind === 'feature' || selection.kind === 'measure') return null;
  const grants = atlas.city.grants.filter((grant) => sum.grantIds.includes(grant.id));
  const features = featuresOfSelection(atlas, selection);
  return (
    <>
      <DetailsHeading title={sum.title} kind={t(`kind.${selection.kind}`)} />
      <p className="big-amount">{format.sek(sum.amountSek)}</p>
      <p className="muted">
        {t('details.shareOfPackage', { share: format.percent(sum.amountSek / atlas.city.totalSek) })}
      </p>
      <DefinitionList>
        <Definition term={t('details.official')}>
          {sum.official && <span lang="sv">{sum.official}</span>}
        </Definition>
        <Definition term={t('details.department')}>{sum.department}</Definition>
      </DefinitionList>
      {grants.map((grant) => {
        const board = atlas.boards.get(grant.namndId);
        const programme = atlas.programmes.get(grant.programmeId);
        return (
          <section key={grant.id} className="grant">
            {selection.kind !== 'grant' && (
              <h3>
                <button
                  type="button"
                  className="link"
                  onClick={() => select({ kind: 'grant', id: grant.id })}
                >
                  {selection.kind === 'board' && programme
                    ? local(programme.short)
                    : board && local(board.name)}
                </button>
                <span className="amount">{format.sek(grant.amountSek)}</span>
              </h3>
            )}
            {selection.kind === 'grant' && <h3>{t('details.measures')}</h3>}
            <ul className="tree-measures">
              {atlas.city.measures
                .filter((measure) => measure.grantId === grant.id)
                .map((measure) => (
                  <li key={measure.id}>
                    <MeasureRow measure={measure} />
                  </li>
                ))}
            </ul>
          </section>
        );
      })}
      <h3>{t('details.places')}</h3>
      {features.length > 0 ? (
        <PlaceLinks features={features} />
      ) : (
        <p className="muted">{t('details.placesNoneHere')}</p>
      )}
    </>
  );
}

function sumOf(
  atlas: Atlas,
  { kind, id }: Selection,
  local: (text: { sv: string; en: string; fi: string }) => string,
): Sum | null {
  const { grants } = atlas.city;
  const total = (ids: readonly string[]): number =>
    grants.filter((grant) => ids.includes(grant.id)).reduce((sum, grant) => sum + grant.amountSek, 0);
  if (kind === 'grant') {
    const grant = atlas.grants.get(id);
    const board = grant && atlas.boards.get(grant.namndId);
    const programme = grant && atlas.programmes.get(grant.programmeId);
    if (!grant || !board || !programme) return null;
    return {
      title: `${local(board.name)}: ${local(programme.short)}`,
      amountSek: grant.amountSek,
      grantIds: [id],
      ...(board.department ? { department: local(board.department) } : {}),
    };
  }
  if (kind === 'programme') {
    const programme = atlas.programmes.get(id);
    const ids = grants.filter((grant) => grant.programmeId === id).map((grant) => grant.id);
    if (!programme) return null;
    return {
      title: local(programme.name),
      amountSek: total(ids),
      grantIds: ids,
      official: programme.officialTitle,
    };
  }
  const board = atlas.boards.get(id);
  const ids = grants.filter((grant) => grant.namndId === id).map((grant) => grant.id);
  if (!board) return null;
  return {
    title: local(board.name),
    amountSek: total(ids),
    grantIds: ids,
    ...(board.department ? { department: local(board.department) } : {}),
  };
}
