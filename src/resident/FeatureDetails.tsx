import type { ComputedFeature } from '../domain/computed.ts';
import type { PackageFeature } from '../domain/feature.ts';
import { type Text, useText } from '../i18n/TextProvider.tsx';
import { type Atlas, isOtherReading } from '../state/atlas.ts';
import { computedIn } from '../state/shown.ts';
import { askAbout, select, useOpen } from '../state/store.ts';
import { Definition, DefinitionList } from '../ui/DefinitionList.tsx';
import { DetailsHeading } from './DetailsHeading.tsx';
import { MeasureCard } from './MeasureCard.tsx';
import { ReadingChoice } from './ReadingChoice.tsx';
import { SourceList } from './SourceList.tsx';

type Pair = readonly [term: string, value: string | null];

/** Everything about one feature: which measure pays, how much, who answers, and how we know. */
export function FeatureDetails({ atlas, feature }: { atlas: Atlas; feature: PackageFeature }) {
  const text = useText();
  const { t, local } = text;
  const { readings, point } = useOpen((state) => state.view);
  const layers = useOpen((state) => state.layers);
  const { properties } = feature;
  const board = atlas.boards.get(properties.namndId);
  const measures = properties.measureIds.flatMap((id) => atlas.measures.get(id) ?? []);
  const group =
    properties.kind === 'area' && properties.reading && atlas.readings.get(properties.reading.groupId);
  return (
    <>
      <DetailsHeading
        title={local(properties.name)}
        kind={t(`kind.${properties.kind}`)}
        chip={<AccuracyChip accuracy={properties.provenance.accuracy} />}
      />
      {point && (
        <button type="button" className="link" onClick={() => askAbout(point)}>
          {t('answer.ask')}
        </button>
      )}
      {isOtherReading(atlas, feature, readings) && <p className="box">{t('legend.ghost')}</p>}
      <h3>{t('details.paidBy')}</h3>
      <ul className="cards">
        {measures.map((funded) => (
          <MeasureCard key={funded.measure.id} funded={funded} />
        ))}
      </ul>
      <DefinitionList>
        <Definition term={t('details.board')}>
          {board && (
            <button type="button" className="link" onClick={() => select({ kind: 'board', id: board.id })}>
              {local(board.name)}
            </button>
          )}
        </Definition>
        <Definition term={t('details.department')}>
          {board?.department ? local(board.department) : t('details.departmentUnknown')}
        </Definition>
        <Definition term={t('details.status')}>{t(`status.${properties.status}`)}</Definition>
        {[...kindPairs(feature, atlas, text), ...computedPairs(feature, computedIn(layers), text)].map(
          ([term, value]) => (
            <Definition key={term} term={term}>
              {value}
            </Definition>
          ),
        )}
      </DefinitionList>
      {group && <ReadingChoice group={group} atlas={atlas} />}
      <h3>{t('details.how')}</h3>
      <p>{local(properties.provenance.method)}</p>
      {properties.provenance.uncertainty && (
        <div className="box uncertain">
          <h3>{t('details.uncertain')}</h3>
          <p>{local(properties.provenance.uncertainty)}</p>
        </div>
      )}
      <h3>{t('details.sources')}</h3>
      <SourceList atlas={atlas} sourceIds={properties.provenance.sourceIds} />
    </>
  );
}

export function AccuracyChip({
  accuracy,
}: {
  accuracy: PackageFeature['properties']['provenance']['accuracy'];
}) {
  const { t } = useText();
  return <span className={`chip accuracy-${accuracy}`}>{t(`accuracy.short.${accuracy}`)}</span>;
}

/** What the build has worked out about a feature, with what it took for given. */
function computedPairs(
  { properties }: PackageFeature,
  known: readonly ComputedFeature[],
  text: Text,
): Pair[] {
  const { t, format } = text;
  return known.flatMap(({ properties: found }): Pair[] => {
    const houses = t(found.hasBuildings ? 'details.houses' : 'details.noHouses');
    if (found.kind === 'camera-view')
      return found.cameraId === properties.id
        ? [
            [
              t('details.sees'),
              `${t('details.seesArea', { value: format.number(found.areaSquareMetres) })} ${houses}`,
            ],
          ]
        : [];
    if (found.strakId !== properties.id) return [];
    const { light, litShare, lightUnknownShare, seenShare, bothShare, nearCameraShare } = found;
    const lit = light && [
      t('details.lit', {
        share: format.percent(litShare),
        lux: format.number(light.litLux, 1),
        mean: format.number(light.meanLux, 1),
      }),
      ...(lightUnknownShare > 0
        ? [t('details.lightUnknown', { share: format.percent(lightUnknownShare) })]
        : []),
      t('details.lightTaken'),
    ];
    const seen = [
      t('details.seen', { seen: format.percent(seenShare), both: format.percent(bothShare) }),
      ...(nearCameraShare > 0 ? [t('details.nearCamera', { share: format.percent(nearCameraShare) })] : []),
      houses,
    ];
    return [
      ...(lit ? [[t('details.light'), lit.join(' ')] as const] : []),
      [t('details.sight'), seen.join(' ')],
    ];
  });
}

function kindPairs({ properties }: PackageFeature, atlas: Atlas, { t, format }: Text): Pair[] {
  switch (properties.kind) {
    case 'area':
      return [
        [
          t('details.area'),
          properties.areaKm2 < 1
            ? t('unit.ha', { value: format.number(properties.areaKm2 * 100) })
            : t('unit.km2', { value: format.number(properties.areaKm2, 1) }),
        ],
        [
          t('details.population'),
          properties.population === undefined ? null : format.number(properties.population),
        ],
      ];
    case 'strak': {
      const along = (kind: 'light' | 'camera'): number =>
        atlas.features.filter((f) => f.properties.kind === kind && f.properties.strakId === properties.id)
          .length;
      return [
        [t('details.length'), t('unit.m', { value: format.number(properties.lengthMetres) })],
        [
          t('legend.symbols'),
          t('details.lightsCameras', { lights: along('light'), cameras: along('camera') }),
        ],
      ];
    }
    case 'light':
      return [
        [
          t('details.height'),
          properties.heightMetres === undefined
            ? null
            : t('unit.m', { value: format.number(properties.heightMetres, 1) }),
        ],
        [
          t('details.flux'),
          properties.fluxLumens === undefined
            ? null
            : t('unit.lm', { value: format.number(properties.fluxLumens) }),
        ],
      ];
    case 'camera':
      return [
        [t('details.direction'), t('details.degrees', { value: format.number(properties.bearingDegrees) })],
        [
          t('details.fieldOfView'),
          t('details.degrees', { value: format.number(properties.fieldOfViewDegrees) }),
        ],
        [t('details.range'), t('unit.m', { value: format.number(properties.rangeMetres) })],
      ];
    case 'place':
      return [[t('details.category'), t(`category.${properties.category}`)]];
  }
}
