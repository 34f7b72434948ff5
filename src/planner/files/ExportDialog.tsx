import { useMemo, useState } from 'react';
import type { Crs } from '../../domain/city.ts';
import type { PlanFeature } from '../../domain/proposal.ts';
import { exportInWorker } from '../../exchange/client.ts';
import type { ExportFeature } from '../../exchange/export/disclosure.ts';
import type { ExportRequest, ExportResult } from '../../exchange/export/exportFile.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { datedName, offerFile } from '../../state/offerFile.ts';
import { planFeatures, usePlanning } from '../../state/planning.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

const FORMATS = ['geojson', 'kml', 'gpx', 'csv', 'geopackage'] as const;
type ExportFormat = (typeof FORMATS)[number];
const SCOPES = ['proposal', 'chosen', 'all'] as const;
type Scope = (typeof SCOPES)[number];
const WGS84 = 'EPSG:4326';

type Outcome = { readonly kind: 'done'; readonly result: ExportResult } | { readonly kind: 'failed' };

/** Chooses what of the plan leaves as a file, in which format and system, and what of cameras may. */
export default function ExportDialog({ atlas, onClose }: { atlas: Atlas; onClose: () => void }) {
  const { t, local } = useText();
  const committed = usePlanning((state) => state.committed);
  const chosenIds = usePlanning((state) => state.chosenIds);
  const [format, setFormat] = useState<ExportFormat>('geojson');
  const [wantedScope, setScope] = useState<Scope>(chosenIds.size > 0 ? 'chosen' : 'proposal');
  const [crsCode, setCrs] = useState(WGS84);
  const [includeSecret, setIncludeSecret] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const scopes = SCOPES.filter(
    (one) => one === 'all' || (committed && (one === 'proposal' || chosenIds.size > 0)),
  );
  const scope = scopes.includes(wantedScope) ? wantedScope : 'all';
  const features = useMemo(
    () =>
      planFeatures(committed, atlas.features).filter(({ properties: { id } }) => {
        if (scope === 'all') return true;
        return scope === 'chosen' ? chosenIds.has(id) : committed?.added[id] || committed?.changed[id];
      }),
    [committed, atlas, scope, chosenIds],
  );
  const hidden = features.filter(
    ({ properties }) => properties.kind === 'camera' && properties.disclosure !== 'exact',
  ).length;
  const systems = [atlas.city.metricCrs, ...atlas.city.otherCrs];
  const save = async (): Promise<void> => {
    setBusy(true);
    setOutcome(null);
    const name = datedName(committed?.name ?? local(atlas.city.packageTitle));
    const crs = systems.find(({ code }) => code === crsCode);
    try {
      const result = await exportInWorker(
        format === 'kml' ? features.map((feature) => styled(feature, atlas)) : features.map(plain),
        requestOf({ format, name, crs, includeSecret }),
      );
      offerFile(result.fileName, new Blob([result.bytes as BlobPart], { type: result.mediaType }));
      setOutcome({ kind: 'done', result });
    } catch {
      setOutcome({ kind: 'failed' });
    }
    setBusy(false);
  };
  return (
    <Dialog title={t('exchange.export.title')} closeLabel={t('app.close')} onClose={onClose}>
      <Choice
        label={t('exchange.export.format')}
        value={format}
        options={FORMATS.map((value) => ({ value, label: t(`exchange.export.to.${value}`) }))}
        onChange={setFormat}
      />
      {format === 'csv' || format === 'geopackage' ? (
        <Choice
          label={t('exchange.export.crs')}
          value={crsCode}
          options={[
            { value: WGS84, label: t('exchange.export.wgs84') },
            ...systems.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
          ]}
          onChange={setCrs}
        />
      ) : (
        <p className="muted">{t('exchange.export.onlyWgs84')}</p>
      )}
      <Choice
        label={t('exchange.export.what')}
        value={scope}
        options={scopes.map((value) => ({ value, label: t(`exchange.export.scope.${value}`) }))}
        onChange={setScope}
      />
      <p>{t('exchange.export.count', { count: features.length })}</p>
      {hidden > 0 && (
        <div className="warning">
          <p>{t('exchange.export.hidden', { count: hidden })}</p>
          <label className="option">
            <input
              type="checkbox"
              checked={includeSecret}
              onChange={({ target }) => setIncludeSecret(target.checked)}
            />
            {t('exchange.export.includeSecret')}
          </label>
          {includeSecret && <p role="alert">{t('exchange.export.secretWarning')}</p>}
        </div>
      )}
      <button type="button" className="primary" disabled={features.length === 0 || isBusy} onClick={save}>
        {t('exchange.export.save')}
      </button>
      <div role="status">{outcome && <OutcomeWords outcome={outcome} />}</div>
    </Dialog>
  );
}

function OutcomeWords({ outcome }: { outcome: Outcome }) {
  const { t } = useText();
  if (outcome.kind === 'failed') return <p>{t('exchange.export.failed')}</p>;
  const { result } = outcome;
  const { fileName, featureCount, secretCount, generalisedCount, unsupportedCount } = result;
  return (
    <>
      <p>{t('exchange.export.done', { count: featureCount, file: fileName })}</p>
      {secretCount > 0 && <p>{t('exchange.export.secretLeft', { count: secretCount })}</p>}
      {generalisedCount > 0 && <p>{t('exchange.export.generalised', { count: generalisedCount })}</p>}
      {unsupportedCount > 0 && <p>{t('exchange.export.unsupported', { count: unsupportedCount })}</p>}
    </>
  );
}

function requestOf({
  format,
  name,
  crs,
  includeSecret,
}: {
  format: ExportFormat;
  name: string;
  crs: Crs | undefined;
  includeSecret: boolean;
}): ExportRequest {
  const common = { name, includeSecret };
  if (format === 'csv' || format === 'geopackage') return { ...common, format, ...(crs && { crs }) };
  return { ...common, format };
}

const plain = ({ geometry, properties }: PlanFeature): ExportFeature => ({
  type: 'Feature',
  geometry,
  properties,
});

/** With the colours that KML viewers draw: the programme's that pays. */
function styled(feature: PlanFeature, atlas: Atlas): ExportFeature {
  const { geometry, properties } = plain(feature);
  const [measureId] = feature.properties.measureIds;
  const colour = atlas.measures.get(measureId ?? '')?.programme.colour.light;
  if (colour === undefined) return { type: 'Feature', geometry, properties };
  const style =
    geometry.type === 'Point'
      ? { 'marker-color': colour }
      : geometry.type === 'LineString'
        ? { stroke: colour, 'stroke-width': 4 }
        : { stroke: colour, 'stroke-width': 2, fill: colour, 'fill-opacity': 0.2 };
  return { type: 'Feature', geometry, properties: { ...properties, ...style } };
}
