import { useEffect, useId, useState } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { openCouncilData, useCouncilData } from '../../state/councilData.ts';
import { type CrsAnswer, type FileReading, readDataFile } from '../../state/dataReading.ts';
import { addPracticeData } from '../../state/practice.ts';
import '../desk.css';
import { DataSetCard } from './DataSetCard.tsx';
import { ImportForm } from './ImportForm.tsx';
import { RemovedOffer } from './RemovedOffer.tsx';

/** Bringing data in and taking them away again. Everything here stays on this device. */
export default function DataDesk({ atlas }: { atlas: Atlas }) {
  const { t } = useText();
  const dataSets = useCouncilData((state) => state.dataSets);
  const unreadable = useCouncilData((state) => state.unreadableIds.length);
  const { reading, failed, read, drop } = useFileReading(atlas);
  useEffect(() => void openCouncilData(atlas.city.id), [atlas.city.id]);
  if (reading)
    return (
      <ImportForm
        key={reading.reading.name}
        atlas={atlas}
        reading={reading.reading}
        onCrs={reading.again}
        onDone={drop}
      />
    );
  return (
    <div className="desk">
      <h3>{t('council.data.title')}</h3>
      <p>{t('council.data.intro')}</p>
      <div className="box privacy">
        <p className="strong">{t('council.data.privacyTitle')}</p>
        <p>{t('council.data.privacy')}</p>
      </div>
      {failed && <p role="alert">{t('council.data.readFailed', { detail: failed })}</p>}
      <RemovedOffer />
      {dataSets === null && <p role="status">{t('app.loading')}</p>}
      {dataSets?.length === 0 && <p className="muted">{t('council.data.none')}</p>}
      {dataSets && dataSets.length > 0 && (
        <ul className="cards plain-list">
          {dataSets.map((dataSet) => (
            <DataSetCard key={dataSet.id} dataSet={dataSet} atlas={atlas} />
          ))}
        </ul>
      )}
      {unreadable > 0 && <p className="muted">{t('council.data.unreadable', { count: unreadable })}</p>}
      <FileChoice onFile={read} />
      <PracticeButton
        atlas={atlas}
        hasPractice={dataSets?.some(({ origin }) => origin === 'practice') ?? false}
      />
    </div>
  );
}

interface Reading {
  readonly reading: FileReading;
  readonly again: (crs: CrsAnswer) => void;
}

/** The file that is being brought in; nothing of it is kept before the user says so. */
function useFileReading({ city }: Atlas) {
  const [reading, setReading] = useState<Reading | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const take = async (file: { name: string; content: Blob }, crs?: CrsAnswer): Promise<void> => {
    const read = await readDataFile(file, city, crs ? { crs } : {});
    setReading({ reading: read, again: (answer) => void take(file, answer) });
  };
  return {
    reading,
    failed,
    drop: () => setReading(null),
    read: async (file: File): Promise<void> => {
      setFailed(null);
      try {
        await take({ name: file.name, content: file });
      } catch (error) {
        setFailed(error instanceof Error ? error.message : String(error));
      }
    },
  };
}

function FileChoice({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useText();
  const id = useId();
  return (
    <div className="file-choice">
      <label htmlFor={id}>{t('council.data.choose')}</label>
      <input
        id={id}
        type="file"
        accept=".csv,.txt,.tsv,.geojson,.json,.kml,.kmz,.gpx,.zip,.gpkg"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
        }}
      />
      <p className="muted small">{t('council.data.formats')}</p>
    </div>
  );
}

function PracticeButton({ atlas, hasPractice }: { atlas: Atlas; hasPractice: boolean }) {
  const { t } = useText();
  const [isMaking, setMaking] = useState(false);
  if (hasPractice) return null;
  const make = async (): Promise<void> => {
    setMaking(true);
    await addPracticeData(atlas, {
      incidents: t('council.practice.incidents'),
      survey: t('council.practice.survey'),
      source: t('council.practice.source'),
      categories: {
        disturbance: t('council.practice.category.disturbance'),
        damage: t('council.practice.category.damage'),
        theft: t('council.practice.category.theft'),
        'unsafe-feeling': t('council.practice.category.unsafe-feeling'),
      },
      answers: [
        t('council.practice.answer.safe'),
        t('council.practice.answer.unsafe'),
        t('council.practice.answer.inside'),
      ],
      groups: [t('council.practice.group.women'), t('council.practice.group.men')],
    });
    setMaking(false);
  };
  return (
    <div className="practice">
      <button type="button" className="plain" disabled={isMaking} onClick={make}>
        {t('council.practice.load')}
      </button>
      <p className="muted small">{t('council.practice.about')}</p>
    </div>
  );
}
