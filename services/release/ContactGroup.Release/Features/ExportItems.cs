using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Movements;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Exports;

namespace ContactGroup.Release.Features;

/// <summary>
/// What the reader holds as a file in another format: one item, or many by the filters of the list. Several sites leave together only when two people
/// want it: whoever has the list of all can harm all of them.
/// </summary>
internal static class ExportItems
{
    /// <summary>Which items; all bounds are of shown values.</summary>
    public sealed record Question
    {
        public string? Channel { get; init; }

        public string? Kind { get; init; }

        public string? From { get; init; }

        public string? To { get; init; }

        public string? Status { get; init; }
    }

    // A file may take longer than a request: a slow line is the rule. Kestrel ends one that stands still, and every item is looked up when its turn comes.
    public static void Map(IEndpointRouteBuilder release)
    {
        release.MapGet("/exports/{format}", ManyAsync)
            .WithName("ExportItems").WithSummary("Export what you hold as a file")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .DisableRequestTimeout();
        release.MapGet("/items/{item}/export/{format}", OneAsync)
            .WithName("ExportItem").WithSummary("Export one item as a file")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .DisableRequestTimeout();
        release.MapGet("/exports/requests/{request}/file", RequestedAsync)
            .WithName("ExportRequested").WithSummary("Fetch an export that a second person confirmed")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .DisableRequestTimeout();
    }

    internal static async Task<IResult> ManyAsync(
        string format,
        [AsParameters] Question question,
        Participant reader,
        SessionInForce session,
        HttpResponse response,
        Exporter exporter,
        CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var (chosen, filter) = Read(format, question, reader, checks);
        if (chosen is null || filter is null || checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        if (await exporter.SelectAsync(reader, chosen, question.Channel, filter, cancellationToken) is not { } selection)
        {
            return Problems.Refused(ProblemCode.ExportTooLarge);
        }

        if (!await exporter.MayGoAloneAsync(reader, chosen, selection.Sites, cancellationToken))
        {
            return Problems.Refused(ProblemCode.ExportNeedsSecondPerson);
        }

        Harmless(response);
        return exporter.Many(new Exporter.Taker(reader, session), chosen, selection, request: null, cancellationToken);
    }

    internal static async Task<IResult> OneAsync(
        string item, string format, Participant reader, HttpResponse response, Exporter exporter, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        if (Format(format, reader, checks) is not { } chosen)
        {
            return Problems.Invalid(checks);
        }

        if (await exporter.FindAsync(reader, chosen, item, cancellationToken) is not { } found)
        {
            return Problems.NotFound(); // Absent and not visible are one answer: existence is information.
        }

        if (!found.MayLeave)
        {
            return Problems.Refused(ProblemCode.NotForExport);
        }

        if (!chosen.CanHold(found))
        {
            return Problems.Invalid("format", $"Give another format, such as html or geojson: this item has nothing that {chosen.Name} can hold.");
        }

        if (found.Kind == SiteSchema.Schema.Kind && !await exporter.MayGoAloneAsync(reader, chosen, [found], cancellationToken))
        {
            return Problems.Refused(ProblemCode.ExportNeedsSecondPerson);
        }

        Harmless(response);
        return await exporter.OneAsync(reader, chosen, found.Id, cancellationToken);
    }

    internal static async Task<IResult> RequestedAsync(
        string request,
        Participant reader,
        SessionInForce session,
        HttpResponse response,
        ReleaseStore store,
        Exporter exporter,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (await store.Store.ReadAsync(connection => ExportRequestRows.FindOwnAsync(connection, request, reader.Asks), cancellationToken) is not { } row)
        {
            return Problems.NotFound();
        }

        var checks = new FieldChecks();
        var (chosen, filter) = Read(row.Format, RequestExport.Asked(row), reader, checks);
        if (chosen is null || filter is null || checks.Failed)
        {
            return Problems.Refused(ProblemCode.ExportNotReady);
        }

        // Selected before it is used up: what is too much for one file can be asked for again in parts.
        if (await exporter.SelectAsync(reader, chosen, row.Channel, filter, cancellationToken) is not { } selection)
        {
            return Problems.Refused(ProblemCode.ExportTooLarge);
        }

        if (!await store.Store.WriteAsync(scope => ExportRequestRows.UseAsync(scope.Connection, request, clock.GetUtcNow()), cancellationToken))
        {
            return Problems.Refused(ProblemCode.ExportNotReady);
        }

        Harmless(response);
        return exporter.Many(new Exporter.Taker(reader, session), chosen, selection, request, cancellationToken);
    }

    /// <summary>The format and the filters of a question, or what is wrong with them.</summary>
    internal static (IExportFormat? Format, ItemFilter? Filter) Read(string format, Question question, Participant reader, FieldChecks checks)
    {
        if (Format(format, reader, checks) is not { } chosen)
        {
            return (null, null);
        }

        checks.OptionalCode("kind", question.Kind, ItemSchemas.All.Select(schema => schema.Kind));
        checks.That(
            question.Kind is null || chosen.Kinds.Contains(question.Kind, StringComparer.Ordinal),
            "kind",
            $"Give a kind that {chosen.Name} can hold: {string.Join(", ", chosen.Kinds)}.");
        checks.That(question.Kind is not null || !chosen.IsOfOneKind, "kind", $"Give one kind: a file of {chosen.Name} holds items of one kind.");
        checks.OptionalCode("status", question.Status, QueryItems.Statuses);
        return (chosen, new ItemFilter(
            question.Kind,
            question.Status,
            QueryItems.Instant("from", question.From, checks),
            QueryItems.Instant("to", question.To, checks),
            Words: null,
            Box: null,
            BeforeTime: null,
            BeforeItem: null,
            Limit: 1));
    }

    private static IExportFormat? Format(string name, Participant reader, FieldChecks checks)
    {
        var format = ExportFormats.Find(name);
        checks.That(format is not null, "format", $"Give one of {ExportFormats.Names}.");
        if (format is null || format.IsFor(reader))
        {
            return format;
        }

        checks.Add("format", $"Give another format: {format.Name} is for the liaison of a force.");
        return null;
    }

    // Nothing in a file may run or be shown in place of a page.
    private static void Harmless(HttpResponse response) =>
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
}
