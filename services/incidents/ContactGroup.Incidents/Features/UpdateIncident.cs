using ContactGroup.Contracts.Codes;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Incidents.Data;
using ContactGroup.Incidents.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Incidents.Features;

/// <summary>The reporting organisation tells what is known by now. The stage may go on, never back; a concluded report is corrected, not updated.</summary>
internal static class UpdateIncident
{
    public sealed record Request : AmendmentFields
    {
        public string? Stage { get; init; }
    }

    public static void Map(IEndpointRouteBuilder incidents) => incidents
        .MapPost("/items/{item}/update", HandleAsync)
        .WithName(nameof(UpdateIncident))
        .WithSummary("Update a report of your own organisation");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, AudienceFingerprint shown, Access access, Attaching attaching, IncidentBook book, IDraftGate gate, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (known, refusal) = await access.ToAmendAsync(who, item, cancellationToken);
        if (known is null)
        {
            return refusal!;
        }

        var checks = new FieldChecks();
        var draft = request.Read(checks);
        if (checks.OptionalCode(ContentNames.Stage, request.Stage, CodeLists.Get("report-stage").Values) is { } stage)
        {
            draft.Said[ContentNames.Stage] = stage;
        }

        checks.That(!draft.SaysNothing || request.Attachments is not null, ContentNames.Stage, "Nothing to update: give a stage or a field.");
        await attaching.CheckAsync(request.Attachments, checks, cancellationToken);
        await access.CheckLinkAsync(who, draft, checks, cancellationToken);
        if (!checks.Failed
            && await attaching.TakeAsync(
                who, known.Incident.Channel, request.Attachments, AttachedFile.Of(known.Incident.Content), item, checks, cancellationToken) is { } files)
        {
            draft.Said[AttachedFile.Field] = Attaching.Field(files);
        }

        return checks.Failed
            ? Problems.Invalid(checks)
            : await Amendment.WriteAsync(
                book, new DraftCheck(gate, shown, clock), new Command(who, key, new { item, request }, "update", known.ChannelVersion), known.Incident, request.IfVersion,
                (before, now) => Next(draft, before, now), cancellationToken);
    }

    private static Incident Next(Draft draft, Incident before, DateTimeOffset now)
    {
        if (before.Status == ItemStatus.Closed)
        {
            throw new ActRefusedException(Problems.Refused(ProblemCode.ItemChanged, "The report was closed; correct it instead."));
        }

        var next = draft.Over(before, now);
        return Stages.GoesBack(before.Stage, next.Stage)
            ? throw new ActRefusedException(Problems.Invalid(ContentNames.Stage, "A stage never goes back; leave it out or give a later one."))
            : next;
    }
}
