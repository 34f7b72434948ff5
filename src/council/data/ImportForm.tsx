import { useMemo, useState } from 'react';
import { DATA_KINDS, type DataKind } from '../../domain/dataset.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import type { Atlas } from '../../state/atlas.ts';
import { areaFinder, cityAreas } from '../../state/councilAreas.ts';
import { addDataSet } from '../../state/councilData.ts';
import { type DataDescription, liesInAreas, mappedData } from '../../state/dataMapping.ts';
import {
  type CrsAnswer,
  type FileReading,
  suggestedColumns,
  suggestedKind,
} from '../../state/dataReading.ts';
import { useOpen } from '../../state/store.ts';
import { Choice } from '../../ui/Choice.tsx';
import { ColumnChoices } from './ColumnChoices.tsx';
import { CrsQuestion } from './CrsQuestion.tsx';
import { fileProblemWords } from './dataWords.ts';
import { ImportPreview } from './ImportPreview.tsx';

interface ImportFormProps {
  readonly atlas: Atlas;
  readonly reading: FileReading;
  readonly onCrs: (answer: CrsAnswer) => void;
  readonly onDone: () => void;
}

/** From a file that was read to a set that is kept: what it is, what its columns mean, what will be kept. */
export function ImportForm(props: ImportFormProps) {
  const text = useText();
  const { t } = text;
  const { reading, atlas, onCrs, onDone } = props;
  const fatal = reading.problems.find(({ severity }) => severity === 'fatal');
  const refusal = fatal
    ? fileProblemWords(text, fatal)
    : reading.crs.kind === 'recognised' && reading.rows.length === 0
      ? t('council.import.noRows')
      : null;
  return (
    <div className="desk">
      <h3>{t('council.import.title', { name: reading.name })}</h3>
      {refusal && (
        <div role="alert">
          <p>{refusal}</p>
          <p className="muted">{t('council.import.nothingKept')}</p>
        </div>
      )}
      {!refusal && reading.crs.kind === 'ask' && (
        <CrsQuestion city={atlas.city} candidates={reading.crs.candidates} onCrs={onCrs} />
      )}
      {!refusal && reading.crs.kind === 'recognised' && <Described {...props} />}
      <button type="button" className="link" onClick={onDone}>
        {t('council.import.cancel')}
      </button>
    </div>
  );
}

function useDescription(reading: FileReading) {
  const [description, setDescription] = useState<DataDescription>(() => {
    const kind = suggestedKind(reading);
    return {
      kind,
      title: reading.name.replace(/\.[^.]+$/, ''),
      source: '',
      columns: suggestedColumns(kind, reading.fields),
      groupPopulation: {},
    };
  });
  return {
    description,
    change: (part: Partial<DataDescription>) => setDescription((before) => ({ ...before, ...part })),
    chooseKind: (kind: DataKind) =>
      setDescription((before) => ({ ...before, kind, columns: suggestedColumns(kind, reading.fields) })),
  };
}

function Described({ reading, atlas, onDone }: ImportFormProps) {
  const { t } = useText();
  const layers = useOpen((state) => state.layers);
  const { description, change, chooseKind } = useDescription(reading);
  const { kind, columns, groupPopulation } = description;
  // A name typed letter by letter must not read every row again.
  const mapped = useMemo(() => {
    const findArea = areaFinder(cityAreas(atlas, layers));
    const what = { kind, columns, groupPopulation, title: '', source: '' };
    return mappedData(reading, what, { city: atlas.city, findArea });
  }, [reading, kind, columns, groupPopulation, atlas, layers]);
  const kinds = DATA_KINDS.filter((kind) => reading.hasPlaces || liesInAreas(kind));
  const isComplete = description.title.trim() !== '' && description.source.trim() !== '';
  const keep = async (): Promise<void> => {
    await addDataSet({
      ...mapped.dataSet,
      title: description.title.trim(),
      source: description.source.trim(),
    });
    onDone();
  };
  return (
    <form
      className="desk"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Choice
        label={t('council.import.kind')}
        value={description.kind}
        options={kinds.map((value) => ({ value, label: t(`council.kind.${value}`) }))}
        onChange={chooseKind}
      />
      <label>
        <span className="choice-label">{t('council.import.name')}</span>
        <input
          type="text"
          required
          maxLength={120}
          value={description.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </label>
      <label>
        <span className="choice-label">{t('council.import.source')}</span>
        <input
          type="text"
          required
          maxLength={200}
          value={description.source}
          onChange={(event) => change({ source: event.target.value })}
        />
      </label>
      <ColumnChoices
        reading={reading}
        description={description}
        groups={mapped.dataSet.groups}
        change={change}
      />
      <ImportPreview reading={reading} mapped={mapped} timeZone={atlas.city.timeZone} />
      {!isComplete && <p className="muted">{t('council.import.needsSource')}</p>}
      <button type="submit" className="primary" disabled={!isComplete || mapped.dataSet.rows === 0}>
        {t('council.import.keep', { count: mapped.dataSet.rows })}
      </button>
    </form>
  );
}
