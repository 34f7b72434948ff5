import type { City, Programme } from '../domain/city.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { programmeStyle } from './ProgrammeMark.tsx';

export function programmeAmountSek(city: City, programmeId: string): number {
  return city.grants
    .filter((grant) => grant.programmeId === programmeId)
    .reduce((sum, grant) => sum + grant.amountSek, 0);
}

/** The whole sum as one bar, a part per programme with its own colour and pattern. The tree below says it in words. */
export function MoneyBar({ city, dimmed }: { city: City; dimmed: (programme: Programme) => boolean }) {
  const { t, local, format } = useText();
  const description = city.programmes
    .map((programme) => `${local(programme.short)}: ${format.sek(programmeAmountSek(city, programme.id))}`)
    .join(', ');
  return (
    <div className="money-bar" role="img" aria-label={`${t('package.barLabel')}. ${description}`}>
      {city.programmes.map((programme) => (
        <span
          key={programme.id}
          className={`money-part pattern-${programme.pattern}${dimmed(programme) ? ' dimmed' : ''}`}
          style={{ ...programmeStyle(programme), flexGrow: programmeAmountSek(city, programme.id) }}
        />
      ))}
    </div>
  );
}
