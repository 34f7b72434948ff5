import { useEffect, useMemo, useRef } from 'react';
import { GENERIC_OPTICS, tabledOptic } from '../../analysis/photometry/genericOptics.ts';
import type { Photometry, PhotometryProblem } from '../../analysis/photometry/photometry.ts';
import { readPhotometry } from '../../analysis/photometry/readPhotometry.ts';
import type { PlanFeature } from '../../domain/proposal.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { changeProperties } from '../../proposal/edits/changeProperties.ts';
import { useResults } from '../../state/lightAndSight.ts';
import { dropOptic } from '../../state/lightAndSightPlan.ts';
import { chooseOptic, openOptic, useOptics } from '../../state/optics.ts';
import { commitEdit, usePlanning } from '../../state/planning.ts';
import { OpticSheet } from './OpticSheet.tsx';

interface Optic {
  readonly id: string;
  readonly name: string;
  readonly photometry: Photometry;
  readonly isOwn: boolean;
}

/** Light distributions: the generic ones, and files of the user's own, kept on this device. */
export function OpticsDesk({ features }: { features: readonly PlanFeature[] }) {
  const { t } = useText();
  const files = useResults((state) => state.opticFiles);
  const { chosenId, fault } = useOptics();
  const place = useRef<HTMLElement>(null);
  // A file can be dropped anywhere on the page: the answer comes into view.
  useEffect(() => {
    if (chosenId !== null || fault !== null) place.current?.scrollIntoView({ block: 'start' });
  }, [chosenId, fault]);
  const optics = useMemo<Optic[]>(
    () => [
      ...GENERIC_OPTICS.map((optic) => ({
        id: optic.id,
        name: t(`analysis.optic.${optic.id}` as 'analysis.optic.ts-path-s'),
        photometry: tabledOptic(optic, { azimuth: 5, vertical: 2.5 }),
        isOwn: false,
      })),
      ...files.flatMap(({ id, name, text }) => {
        const read = readPhotometry(new TextEncoder().encode(`\ufeff${text}`));
        return read.kind === 'photometry' ? [{ id, name, photometry: read.photometry, isOwn: true }] : [];
      }),
    ],
    [files, t],
  );
  const chosen = optics.find(({ id }) => id === chosenId);
  return (
    <section aria-labelledby="analysis-optics" ref={place}>
      <h3 id="analysis-optics">{t('analysis.optics')}</h3>
      <DropPlace />
      {fault && <Fault {...fault} />}
      <ul className="analysis-optics">
        {optics.map(({ id, name, isOwn }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={id === chosenId}
              onClick={() => chooseOptic(id === chosenId ? null : id)}
            >
              <span>{name}</span>
              <span className="block muted">
                {t(isOwn ? 'analysis.optic.own' : 'analysis.optic.generic')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {chosen && (
        <>
          <OpticSheet photometry={chosen.photometry} />
          <Assign optic={chosen} features={features} />
          {chosen.isOwn && (
            <button
              type="button"
              className="link"
              onClick={() => {
                dropOptic({ key: 'analysis.step.dropOptic' }, chosen.id);
                chooseOptic(null);
              }}
            >
              {t('analysis.optic.drop')}
            </button>
          )}
        </>
      )}
    </section>
  );
}

/** The way in for a file; dropping it works anywhere on the page. */
function DropPlace() {
  const { t } = useText();
  return (
    <label className="analysis-drop">
      <span>{t('analysis.optics.drop')}</span>
      <input
        type="file"
        accept=".ldt,.ies"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void openOptic(file);
          event.target.value = '';
        }}
      />
      <span className="muted">{t('analysis.optics.kept')}</span>
    </label>
  );
}

/** What is wrong with a file, where, and what to do. */
function Fault({ file, problem: { code, line, values } }: { file: string; problem: PhotometryProblem }) {
  const { t } = useText();
  return (
    <p role="alert" className="analysis-fault">
      {t('analysis.fault', { file })} {t(`analysis.fault.${code}`, { line, ...values })}{' '}
      {t('analysis.fault.kept')}
    </p>
  );
}

function Assign({ optic, features }: { optic: Optic; features: readonly PlanFeature[] }) {
  const { t } = useText();
  const chosenIds = usePlanning((state) => state.chosenIds);
  const lights = features.filter(({ properties }) => properties.kind === 'light');
  const chosen = lights.filter(({ properties }) => chosenIds.has(properties.id));
  const assign = (some: readonly PlanFeature[]): void => {
    const { committed } = usePlanning.getState();
    if (!committed) return;
    const ids = some.map(({ properties }) => properties.id);
    commitEdit(
      { key: 'analysis.step.assign', params: { name: optic.name } },
      changeProperties(committed, { ids, patch: { opticId: optic.id } }),
    );
  };
  return (
    <div className="plan-row">
      <button type="button" disabled={chosen.length === 0} onClick={() => assign(chosen)}>
        {t('analysis.optic.assign', { count: chosen.length })}
      </button>
      <button type="button" disabled={lights.length === 0} onClick={() => assign(lights)}>
        {t('analysis.optic.assignAll', { count: lights.length })}
      </button>
    </div>
  );
}
