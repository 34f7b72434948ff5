import { type DragEvent, useMemo, useState } from 'react';
import { GENERIC_OPTICS, tabledOptic } from '../../analysis/photometry/genericOptics.ts';
import type { Photometry, PhotometryProblem } from '../../analysis/photometry/photometry.ts';
import { readPhotometry } from '../../analysis/photometry/readPhotometry.ts';
import type { PlanFeature } from '../../domain/proposal.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { changeProperties } from '../../proposal/edits/changeProperties.ts';
import { useResults } from '../../state/lightAndSight.ts';
import { dropOptic, keepOptic } from '../../state/lightAndSightPlan.ts';
import { commitEdit, usePlanning } from '../../state/planning.ts';
import { OpticSheet } from './OpticSheet.tsx';
import { opticText } from './opticText.ts';

interface Optic {
  readonly id: string;
  readonly name: string;
  readonly photometry: Photometry;
  readonly isOwn: boolean;
}

const NOT_KEPT = 'unsaved';

/** Light distributions: the generic ones, and files of the user's own, kept on this device. */
export function OpticsDesk({ features }: { features: readonly PlanFeature[] }) {
  const { t } = useText();
  const files = useResults((state) => state.opticFiles);
  const [chosenId, choose] = useState<string | null>(null);
  const [fault, setFault] = useState<{ file: string; problem: PhotometryProblem } | null>(null);
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
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = readPhotometry(bytes);
    if (read.kind === 'problem') {
      setFault({ file: file.name, problem: read.problem });
      return;
    }
    setFault(null);
    choose(
      keepOptic({ key: 'analysis.step.optic' }, { name: file.name, text: opticText(bytes) }) ?? NOT_KEPT,
    );
  };
  const chosen = optics.find(({ id }) => id === chosenId);
  return (
    <section aria-labelledby="analysis-optics">
      <h3 id="analysis-optics">{t('analysis.optics')}</h3>
      <DropPlace onFile={take} />
      {fault && <Fault {...fault} />}
      <ul className="analysis-optics">
        {optics.map(({ id, name, isOwn }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={id === chosenId}
              onClick={() => choose(id === chosenId ? null : id)}
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
                choose(null);
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

function DropPlace({ onFile }: { onFile: (file: File | undefined) => void }) {
  const { t } = useText();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    <label
      className={isOver ? 'analysis-drop analysis-drop-over' : 'analysis-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span>{t('analysis.optics.drop')}</span>
      <input
        type="file"
        accept=".ldt,.ies"
        onChange={(event) => {
          onFile(event.target.files?.[0]);
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
