import { useText } from '../i18n/TextProvider.tsx';
import type { Atlas, FundedMeasure } from '../state/atlas.ts';
import { select } from '../state/store.ts';
import { Definition, DefinitionList } from '../ui/DefinitionList.tsx';
import { DetailsHeading } from './DetailsHeading.tsx';
import { FactList } from './FactList.tsx';
import { PlaceLinks } from './PlaceLinks.tsx';
import { SourceList } from './SourceList.tsx';

/** One measure: plain words, official words, money, board, and its places or why it has none. */
export function MeasureDetails({ atlas, funded }: { atlas: Atlas; funded: FundedMeasure }) {
  const { t, local, format } = useText();
  const { measure, grant, board, programme } = funded;
  const { share } = measure;
  return (
    <>
      <DetailsHeading title={local(measure.name)} kind={t('kind.measure')} />
      <p className="lead">{local(measure.summary)}</p>
      <DefinitionList>
        <Definition term={t('details.grant')}>
          <button type="button" className="link" onClick={() => select({ kind: 'grant', id: grant.id })}>
            {local(board.name)}, {format.sek(grant.amountSek)}
          </button>
        </Definition>
        <Definition term={t('details.share')}>
          {share.kind === 'known' ? format.sek(share.amountSek) : <em>{t('package.includedLong')}</em>}
        </Definition>
        <Definition term={t('details.board')}>
          <button type="button" className="link" onClick={() => select({ kind: 'board', id: board.id })}>
            {local(board.name)}
          </button>
        </Definition>
        <Definition term={t('details.department')}>
          {board.department ? local(board.department) : t('details.departmentUnknown')}
        </Definition>
        <Definition term={t('details.programme')}>
          <button
            type="button"
            className="link"
            onClick={() => select({ kind: 'programme', id: programme.id })}
          >
            {local(programme.name)}
          </button>
        </Definition>
      </DefinitionList>
      {share.note && <p className="muted">{local(share.note)}</p>}
      {share.sourceId && <SourceList atlas={atlas} sourceIds={[share.sourceId]} />}
      <MeasureReach atlas={atlas} funded={funded} />
      <h3>{t('details.official')}</h3>
      <blockquote lang="sv">{measure.officialText}</blockquote>
      <FactList atlas={atlas} title={t('details.facts')} facts={measure.facts} />
    </>
  );
}

const REACH_TITLES = {
  municipality: 'details.placesWhole',
  none: 'details.placesNone',
  protected: 'details.placesProtected',
} as const;

function MeasureReach({ atlas, funded: { measure } }: { atlas: Atlas; funded: FundedMeasure }) {
  const { t, local } = useText();
  if (measure.reach.kind !== 'places')
    return (
      <div className="box">
        <h3>{t(REACH_TITLES[measure.reach.kind])}</h3>
        <p>{local(measure.reach.why)}</p>
      </div>
    );
  return (
    <>
      <h3>{t('details.places')}</h3>
      <PlaceLinks features={atlas.featuresOfMeasure.get(measure.id) ?? []} />
    </>
  );
}
