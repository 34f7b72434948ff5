import { useState } from 'react';
import type { TextKey } from '../../i18n/messages.ts';
import { type Text, useText } from '../../i18n/TextProvider.tsx';
import { effectiveFeature } from '../../proposal/apply.ts';
import type { Finding, Severity } from '../../proposal/finding.ts';
import { placeOf } from '../../proposal/measure.ts';
import type { Atlas } from '../../state/atlas.ts';
import { chooseIds, planOf, takeTool, usePlanning } from '../../state/planning.ts';
import { changeView } from '../../state/store.ts';
import { Icon } from '../../ui/Icon.tsx';
import { nameOf } from '../words.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];
const FIRST_ROWS = 50;

/** What the checks have found, the gravest first; each leads to its place. */
export function ChecksDesk({ atlas, findings }: { atlas: Atlas; findings: readonly Finding[] | null }) {
  const { t } = useText();
  if (!findings) return <p role="status">{t('planner.checks.working')}</p>;
  return (
    <div className="plan-desk">
      <p className="muted">{t('planner.checks.about')}</p>
      {findings.length === 0 && <p className="box">{t('planner.checks.none')}</p>}
      {SEVERITIES.map((severity) => {
        const ofThis = findings.filter((finding) => finding.severity === severity);
        return (
          ofThis.length > 0 && <Group key={severity} atlas={atlas} severity={severity} findings={ofThis} />
        );
      })}
    </div>
  );
}

function Group({
  atlas,
  severity,
  findings,
}: {
  atlas: Atlas;
  severity: Severity;
  findings: readonly Finding[];
}) {
  const { t } = useText();
  const [shown, setShown] = useState(FIRST_ROWS);
  return (
    <section>
      <h3 className={`plan-severity plan-${severity}`}>
        <Icon name={severity === 'notice' ? 'info' : 'alert'} size={18} />
        {t(`planner.severity.${severity}`, { count: findings.length })}
      </h3>
      <ul className="plan-findings">
        {findings.slice(0, shown).map((finding) => (
          <Row key={`${finding.code} ${finding.ids.join()}`} atlas={atlas} finding={finding} />
        ))}
      </ul>
      {findings.length > shown && (
        <button type="button" className="link" onClick={() => setShown(findings.length)}>
          {t('planner.checks.all', { count: findings.length })}
        </button>
      )}
    </section>
  );
}

function Row({ atlas, finding }: { atlas: Atlas; finding: Finding }) {
  const text = useText();
  const { t } = text;
  const proposal = usePlanning((state) => state.committed);
  if (!proposal) return null;
  const plan = planOf(proposal, atlas.features);
  const features = finding.ids.slice(0, 3).flatMap((id) => effectiveFeature(plan, id) ?? []);
  const names = features.map((feature) => nameOf(feature, text)).join(', ');
  const [first] = features;
  const place = finding.place ?? (first && placeOf(first.geometry));
  const show = (): void => {
    takeTool('choose');
    chooseIds(finding.ids);
    if (place) changeView({ point: [place[0], place[1]] });
  };
  return (
    <li>
      {finding.ids.length > 0 ? (
        <button type="button" onClick={show}>
          <span className="strong">{names || t('planner.checks.gone')}</span>
          {finding.ids.length > 3 && (
            <span className="muted"> {t('planner.checks.more', { count: finding.ids.length - 3 })}</span>
          )}
          <span className="block">{findingWords(finding, text)}</span>
        </button>
      ) : (
        <p>{findingWords(finding, text)}</p>
      )}
    </li>
  );
}

/** Why it is a finding, with its numbers. */
export function findingWords({ code, params }: Finding, { t, format }: Text): string {
  const fields = String(params.fields ?? '')
    .split(',')
    .filter(Boolean)
    .map((field) => t(`planner.legal.${field}` as TextKey))
    .join(', ');
  const shown = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      key.endsWith('Sek') || key.endsWith('SekPerYear')
        ? format.sek(Number(value))
        : key.endsWith('Metres')
          ? format.number(Number(value), 2)
          : key.endsWith('Date')
            ? format.date(String(value))
            : value,
    ]),
  );
  return t(`planner.finding.${code}`, { ...shown, fields });
}
