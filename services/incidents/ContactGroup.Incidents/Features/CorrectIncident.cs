using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Incidents.Data;
using ContactGroup.Incidents.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Incidents.Features;

/// <summary>The reporting organisation says that something was wrong, what is right, and why. The wrong version stays in the history.</summary>
internal static class CorrectIncident
{
    private const int LongestReason = 1_000;

    public sealed record Request : AmendmentFields
    {
        public string? Reason { get; init; }
    }

    public static void Map(IEndpointRouteBuilder incidents) => incidents
        .MapPost("/items/{item}/correct", HandleAsync)
        .WithName(nameof(CorrectIncident))
        .WithSummary("Correct a report of your own organisation");

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
        var reason = checks.Text("reason", request.Reason, 1, LongestReason);
        checks.That(!draft.SaysNothing || request.Attachments is not null, "reason", "Nothing to correct: give the fields that were wrong.");
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
                book,
                new DraftCheck(gate, shown, clock),
                new Command(who, key, new { item, request }, "correct", known.ChannelVersion, reason),
                known.Incident,
                request.IfVersion,
                (before, now) => Corrected(draft.Over(before, now), reason),
                cancellationToken);
    }

    private static Incident Corrected(Incident incident, string reason)
    {
        incident.Content[ContentNames.Corrections] = 1 + (incident.Content[ContentNames.Corrections]?.GetValue<int>() ?? 0);
        incident.Content[ContentNames.CorrectionReason] = reason;
        return incident;
    }
}
