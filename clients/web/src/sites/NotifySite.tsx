import type { Channel } from '../api/channels.ts';
import * as notices from '../api/notices.ts';
import { remedyFor } from '../api/problem.ts';
import { textOf } from '../components/fieldReaders.ts';
import { t } from '../i18n/index.ts';
import { forcesOf } from '../movements/forces.ts';
import { consented } from '../movements/form.ts';
import { LawNote } from '../movements/LawNote.tsx';
import { NamedField } from '../movements/NamedField.tsx';
import { SendNotification } from '../movements/SendNotification.tsx';
import { NoticeReceived } from '../notices/NoticeReceived.tsx';
import { NoticeSteps } from '../notices/NoticeSteps.tsx';
import { useNewNotice } from '../notices/useNewNotice.ts';
import { lastingDraft } from '../state/drafts.ts';
import { emptySite, siteContent, siteLacks, type SiteForm } from './form.ts';
import { siteGroups } from './questions.ts';

/** A new site notification to one channel. Every answer is kept as it is typed. */
export function NotifySite({ channel }: { readonly channel: Channel }) {
  const place = `site ${channel.id}`;
  const form = lastingDraft<SiteForm>(place, emptySite);
  const lacks = siteLacks(form.value);
  const content = lacks.length === 0 ? siteContent(form.value) : undefined;
  const notice = useNewNotice({ channel, kind: 'site', place, content, post: notices.notifySite });
  const named = remedyFor(notice.draft.problem, 'recipients');

  if (notice.receipt !== undefined) {
    return (
      <NoticeReceived
        receipt={notice.receipt}
        channel={channel}
        title={t('movement.received')}
        open={t('movement.open')}
      >
        <LawNote />
      </NoticeReceived>
    );
  }
  return (
    <NoticeSteps
      kind="site"
      label={t('site.notify')}
      groups={siteGroups}
      values={form.value.values}
      problem={notice.draft.problem}
      remarks={notice.draft.remarks}
      place={place}
      onChange={(values) => (form.value = { ...form.value, values })}
      last={t('movement.step.who')}
      lastWrong={named !== undefined}
    >
      <NamedField
        words="site"
        forces={forcesOf(channel)}
        named={form.value.named}
        amending={false}
        error={named}
        onChange={(next) => (form.value = { ...form.value, named: next })}
      />
      <SendNotification
        kind="site"
        draft={notice.draft}
        missing={lacks}
        named={consented(form.value)}
        onSend={notice.onSend}
        textOf={(field) => textOf(form.value.values[field])}
      />
    </NoticeSteps>
  );
}
