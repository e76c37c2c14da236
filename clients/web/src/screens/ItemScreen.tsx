import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import { Acknowledgements } from '../components/Acknowledgements.tsx';
import { Author } from '../components/Author.tsx';
import { ChangedFields } from '../components/ChangedFields.tsx';
import { EarlierVersions } from '../components/EarlierVersions.tsx';
import { Explanation } from '../components/Explanation.tsx';
import { Exports } from '../components/Exports.tsx';
import { Exposure } from '../components/Exposure.tsx';
import { Given, useExposure } from '../components/given.ts';
import { Failure } from '../components/Failure.tsx';
import { FieldList } from '../components/FieldList.tsx';
import { ItemActions } from '../components/ItemActions.tsx';
import { itemTitle } from '../components/itemTitle.ts';
import { ItemFrame } from '../components/ItemFrame.tsx';
import { ItemNote } from '../components/ItemNote.tsx';
import { Moment } from '../components/Moment.tsx';
import { Quarantine } from '../components/Quarantine.tsx';
import { Releases } from '../components/Releases.tsx';
import { Screen } from '../components/Screen.tsx';
import { TakeBack } from '../components/TakeBack.tsx';
import { Widenings } from '../components/Widenings.tsx';
import { Affected } from '../evidence/Affected.tsx';
import { RecordOf } from '../evidence/RecordOf.tsx';
import { ReportAffecting } from '../evidence/ReportAffecting.tsx';
import { utc } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { OverdueBanner } from '../movements/OverdueBanner.tsx';
import { saidByCourse } from '../access/course.ts';
import { saidByTimeline } from '../movements/Timeline.tsx';
import { isOwnOrganisation } from '../state/channelItems.ts';
import { fetchItem } from '../state/fetched.ts';
import { hrefOf } from '../state/route.ts';
import { places, store } from '../state/store.ts';
import { shown } from '../sync/itemBook.ts';
import { NotHere } from './NotHere.tsx';

/** Marks that say something only when they are set. */
const unsaid = ['edited', 'late'];

/** One item in full, as far as this reader may see it, with who can see it and why. */
export function ItemScreen({ id }: { readonly id: string }) {
  const answer = useSignal<Answer<unknown> | undefined>(undefined);
  const item = shown(store.items.value.get(id));

  const reading = useExposure(item);
  const had = reading.answer.value;

  useEffect(() => {
    void fetchItem(id).then((found) => {
      answer.value = found;
    });
  }, [id, store.resets.value]);

  if (item === undefined) {
    if (answer.value === undefined) return <Screen title={t('channel.loading')}>{null}</Screen>;
    if (answer.value.kind === 'unreachable' || answer.value.kind === 'busy') {
      return (
        <Screen title={t('notHere.title')}>
          <Failure answer={answer.value} />
        </Screen>
      );
    }
    return <NotHere />;
  }

  const channel = places.value.get(item.channel)?.channel;
  const title = itemTitle(item);
  return (
    <Given.Provider value={had?.kind === 'ok' ? had.value : undefined}>
      <Screen title={<bdi>{title}</bdi>} context={<Explanation item={item} />} contextLabel={t('explanation.title')}>
        <ItemFrame item={item} label={title} page>
          {item.kind === 'movement' && <OverdueBanner item={item} />}
          <p class="item-head">
            {item.reference ? (
              <bdi dir="ltr" class="code">
                {item.reference}
              </bdi>
            ) : null}
            <Author fields={item.fields} />
            <Moment at={item.releasedAt} />
            <bdi class="muted">{utc(item.releasedAt)}</bdi>
          </p>
          {channel !== undefined && (
            <p class="muted">
              <a href={hrefOf({ name: 'channel', channel: item.channel })}>
                <bdi>{channel.name}</bdi>
              </a>
            </p>
          )}
          {item.status && item.status !== 'current' ? (
            <p class="note">{t('item.status', { status: item.status })}</p>
          ) : null}
          <Quarantine item={item} />
          <ChangedFields item={item} />
          <ItemNote item={item} />
          {item.kind === 'incident' && <Affected item={item} />}
          <FieldList
            fields={item.fields}
            kind={item.kind}
            without={[
              'acknowledgementRequested',
              ...unsaid.filter((name) => item.fields[name] === false),
              ...(item.kind === 'movement' ? saidByTimeline : []),
              ...(item.kind === 'access-constraint' ? saidByCourse : []),
            ]}
          />
          <Releases item={item} />
          <Widenings item={item} />
          <Acknowledgements item={item} />
        </ItemFrame>
        <ItemActions item={item} />
        <ReportAffecting item={item} />
        <Exports item={item} />
        {isOwnOrganisation(item) && <RecordOf item={item} />}
        <TakeBack item={item} />
        {isOwnOrganisation(item) && <EarlierVersions item={item} />}
        {isOwnOrganisation(item) && <Exposure reading={reading} />}
      </Screen>
    </Given.Provider>
  );
}
