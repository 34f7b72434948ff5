import { useEffect, useMemo, useState } from 'react';
import type { PackageFeature } from '../domain/feature.ts';
import { type Text, useText } from '../i18n/TextProvider.tsx';
import type { Atlas, FundedMeasure } from '../state/atlas.ts';
import { downloadCsv, downloadGeoJson } from '../state/download.ts';
import { select, useOpen } from '../state/store.ts';
import type { Selection, View } from '../state/view.ts';
import { type Column, SortableTable } from '../ui/SortableTable.tsx';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly measures: string;
  readonly board: string;
  readonly amountSek: number;
  readonly status: string;
  readonly accuracy: string;
  readonly selection: Selection;
  /** Metres from the point the user asked about; infinite when there is none or it has no single distance. */
  readonly distanceMetres: number;
}

/** Everything the map shows, and the measures it cannot show, as a table with the same filters and selection. */
export default function FeatureTable({
  atlas,
  features,
  boardId,
  selectedIds,
}: {
  atlas: Atlas;
  features: readonly PackageFeature[];
  boardId: string | null;
  selectedIds: ReadonlySet<string>;
}) {
  const text = useText();
  const { t, language, format } = text;
  const point = useOpen((state) => state.view.point);
  const distances = useDistances(atlas, point);
  const [words, setWords] = useState('');
  const rows = useRows({ atlas, features, boardId, distances });
  const needle = words.trim().toLocaleLowerCase(language);
  const shown = rows.filter((row) =>
    [row.name, row.kind, row.measures, row.board, row.status].some((cell) =>
      cell.toLocaleLowerCase(language).includes(needle),
    ),
  );
  const column = (id: keyof Row & string, title: string, extra: Partial<Column<Row>> = {}): Column<Row> => ({
    id,
    title,
    sortLabel: t('list.sortBy', { column: title }),
    show: (row) => String(row[id]),
    sortBy: (row) => row[id] as string | number,
    ...extra,
  });
  const columns = [
    column('name', t('list.name'), {
      show: (row) => (
        <button type="button" className="link" onClick={() => select(row.selection)}>
          {row.name}
        </button>
      ),
    }),
    column('kind', t('list.kind')),
    column('measures', t('list.measure')),
    column('board', t('list.board')),
    column('amountSek', t('list.amount'), { numeric: true, show: (row) => format.sek(row.amountSek) }),
    column('status', t('list.status')),
    column('accuracy', t('list.accuracy')),
    ...(point
      ? [
          column('distanceMetres', t('list.distance'), {
            numeric: true,
            show: (row) => distanceWords(row, text),
          }),
        ]
      : []),
  ];
  const save = (): void =>
    downloadCsv(
      atlas.city.id,
      shown,
      columns.map(({ id, title }) => ({ header: title, value: (row: Row) => cellOf(row, id) })),
    );
  return (
    <section className="list-pane" aria-labelledby="list-title">
      <h2 id="list-title">{t('list.title')}</h2>
      <p className="muted">{t('list.intro')}</p>
      <label className="list-filter">
        {t('list.filter')}
        <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <div className="list-tools">
        <p role="status" className="muted">
          {t('list.rows', { count: shown.length })}
        </p>
        <button type="button" className="link" onClick={save}>
          {t('list.csv')}
        </button>
        <button
          type="button"
          className="link"
          onClick={() =>
            downloadGeoJson(
              atlas.city.id,
              features.filter(({ properties }) => shown.some((row) => row.id === properties.id)),
            )
          }
        >
          {t('list.geojson')}
        </button>
      </div>
      {shown.length === 0 ? (
        <p className="box">{t('list.empty')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reachable by keyboard
        <section className="table-scroll" aria-label={t('list.table')} tabIndex={0}>
          <SortableTable
            caption={t('list.title')}
            columns={columns}
            rows={shown}
            rowId={(row) => row.id}
            selectedIds={selectedIds}
            language={language}
          />
        </section>
      )}
    </section>
  );
}

/** Distances are measured in the metric plane, which is fetched only when somebody asks about a point. */
function useDistances(atlas: Atlas, point: View['point']): ReadonlyMap<string, number> {
  const [distances, setDistances] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    let isStale = false;
    if (point)
      import('./pointAnswer.ts').then(({ distancesFrom }) => {
        if (!isStale) setDistances(distancesFrom(atlas, point));
      }, console.error);
    return () => {
      isStale = true;
    };
  }, [atlas, point]);
  return distances;
}

function distanceWords({ distanceMetres }: Row, { t, format }: Text): string {
  if (!Number.isFinite(distanceMetres)) return '–';
  const { value, unit } = format.distance(distanceMetres);
  return t(`unit.${unit}`, { value });
}

const cellOf = (row: Row, id: string): string | number | null => {
  const value = row[id as keyof Row];
  if (typeof value === 'number') return Number.isFinite(value) ? Math.round(value) : null;
  return typeof value === 'string' ? value : null;
};

function useRows({
  atlas,
  features,
  boardId,
  distances,
}: {
  atlas: Atlas;
  features: readonly PackageFeature[];
  boardId: string | null;
  distances: ReadonlyMap<string, number>;
}): readonly Row[] {
  const text = useText();
  return useMemo(() => {
    const { t, local } = text;
    const grantSum = (measures: readonly FundedMeasure[]): number =>
      [...new Set(measures.map(({ grant }) => grant))].reduce((sum, grant) => sum + grant.amountSek, 0);
    const placed = features.map(({ properties }): Row => {
      const measures = properties.measureIds.flatMap((id) => atlas.measures.get(id) ?? []);
      const board = atlas.boards.get(properties.namndId);
      return {
        id: properties.id,
        name: local(properties.name),
        kind: t(`kind.${properties.kind}`),
        measures: measures.map(({ measure }) => local(measure.name)).join('; '),
        board: board ? local(board.short) : '',
        amountSek: grantSum(measures),
        status: t(`status.${properties.status}`),
        accuracy: t(`accuracy.short.${properties.provenance.accuracy}`),
        selection: { kind: 'feature', id: properties.id },
        distanceMetres: distances.get(properties.id) ?? Number.POSITIVE_INFINITY,
      };
    });
    const placeless = [...atlas.measures.values()]
      .filter(({ measure, board }) => measure.reach.kind !== 'places' && (!boardId || board.id === boardId))
      .map(
        ({ measure, grant, board }): Row => ({
          id: `measure:${measure.id}`,
          name: local(measure.name),
          kind: t('kind.measure'),
          measures: local(measure.name),
          board: local(board.short),
          amountSek: grant.amountSek,
          status: t(measure.reach.kind === 'municipality' ? 'package.wholeCity' : 'package.noPlace'),
          accuracy: '–',
          selection: { kind: 'measure', id: measure.id },
          distanceMetres: Number.POSITIVE_INFINITY,
        }),
      );
    return [...placed, ...placeless];
  }, [atlas, features, boardId, distances, text]);
}
