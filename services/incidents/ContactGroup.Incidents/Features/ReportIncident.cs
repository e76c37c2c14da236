using ContactGroup.Contracts.Codes;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Items;
using ContactGroup.Hosting.Web;
using ContactGroup.Incidents.Data;
using ContactGroup.Incidents.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Incidents.Features;

/// <summary>
/// A member reports a security incident to a channel. The same source reference of the same organisation again gives the same receipt and stores
/// nothing; another organisation's references are another world.
/// </summary>
internal static class ReportIncident
{
    public sealed record Request : IncidentFields
    {
        public string? Stage { get; init; }

        public string? Sensitivity { get; init; }

        public IReadOnlyList<string>? ReleaseTo { get; init; }

        public IReadOnlyList<string>? Caveats { get; init; }

        public SourceReference? SourceReference { get; init; }
    }

    public static void Map(IEndpointRouteBuilder incidents) => incidents
        .MapPost("/channels/{channel}/reports", HandleAsync)
        .WithName(nameof(ReportIncident))
        .WithSummary("Report a security incident to a channel");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string channel, Participant who, IdempotencyKey key, Request request, AudienceFingerprint shown, Access access, Attaching attaching, IncidentBook book, IDraftGate gate, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (pass, refusal) = await access.ToPostAsync(who, channel, cancellationToken);
        if (pass is null)
        {
            return refusal!;
        }

        var checks = new FieldChecks();
        var source = Source(request.SourceReference, checks);
        var draft = Read(request, checks);
        await attaching.CheckAsync(request.Attachments, checks, cancellationToken);
        await access.CheckLinkAsync(who, draft, checks, cancellationToken);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var now = clock.GetUtcNow();
        var incident = draft.Report(who, pass, now, checks);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var (files, isRepeat) = await attaching.PlanAsync(who, channel, request.Attachments ?? [], key.Value, checks, cancellationToken);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        AttachedFile.Write(incident.Content, files);
        var command = new Command(who, key, new { channel, request }, "report", pass.Version)
        {
            Verdict = await gate.CheckAsync(who.PersonId, incident.ToFact(now, pass.Version), shown.Value, cancellationToken),
            AudienceShown = shown.Value,
        };
        if (files.Count > 0 && !isRepeat)
        {
            // Uploads are taken last: what was taken for a command that is refused would be lost to the next.
            command.Verdict.Require();
            await attaching.TakeAsync(who, channel, request.Attachments, [], key.Value, checks, cancellationToken);
            if (checks.Failed)
            {
                return Problems.Invalid(checks);
            }
        }

        var receipt = await book.AddAsync(command, incident, source, cancellationToken);
        return TypedResults.Accepted($"/api/release/items/{receipt.Item}", receipt);
    }

    /// <summary>Reads a first report: category and time are the least that makes one.</summary>
    internal static Draft Read(Request request, FieldChecks checks)
    {
        var said = FieldReading.Read(request, checks);
        checks.That(request.Category is not null, ContentNames.Category, "Give a code of the list incident-category.");
        checks.That(request.OccurredAt is not null, ContentNames.OccurredAt, "Give the day or the instant; timePrecision says how sure it is.");
        said[ContentNames.Stage] = checks.OptionalCode(ContentNames.Stage, request.Stage, CodeLists.Get("report-stage").Values) ?? Stages.First;
        return new Draft(said, [], LabelReading.Read(request.Sensitivity, request.ReleaseTo, request.Caveats, checks));
    }

    private static SourceReference? Source(SourceReference? said, FieldChecks checks) => said is null ? null : new SourceReference(
        checks.Line("sourceReference.system", said.System, 1, 64), checks.Line("sourceReference.id", said.Id, 1, 200));
}
