using System.Text.Json;
using ContactGroup.Contracts;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>A person asks for an export that takes two. What it gives is what this person may see when they fetch it; the second person sees none of it.</summary>
internal static class RequestExport
{
    private const int LongestFilter = 64;
    private const int MostWaiting = 5;

    /// <param name="Format">Name of the format.</param>
    /// <param name="Channel">Of this channel, which the second person reads as well.</param>
    /// <param name="Kind">Of one kind.</param>
    /// <param name="From">From a day or instant on.</param>
    /// <param name="To">Before a day or instant.</param>
    /// <param name="Status">Of one status.</param>
    public sealed record Request(string Format, string? Channel, string? Kind, string? From, string? To, string? Status);

    /// <summary>Id of the request: whoever confirms it needs it.</summary>
    public sealed record Response(string Request);

    public static void Map(IEndpointRouteBuilder release) => release
        .MapPost("/exports/requests", HandleAsync)
        .WithName(nameof(RequestExport))
        .WithSummary("Ask for an export that takes two people")
        .Produces<Response>();

    internal static async Task<IResult> HandleAsync(
        Participant reader, IdempotencyKey key, Request request, Requests requests, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var question = new ExportItems.Question
        {
            Channel = request.Channel,
            Kind = request.Kind,
            From = request.From,
            To = request.To,
            Status = request.Status,
        };
        checks.OptionalText("channel", request.Channel, LongestFilter);
        checks.That(request.Channel is not null, "channel", "Give the channel: who confirms reads it as well, and a file of all channels would be more than they know of.");
        checks.OptionalText("from", request.From, LongestFilter);
        checks.OptionalText("to", request.To, LongestFilter);
        _ = ExportItems.Read(request.Format, question, reader, checks);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var (refusal, asked) = await requests.AskAsync(request.Format, question, reader, key, cancellationToken);
        return asked is null ? refusal.ToResult() : TypedResults.Ok(new Response(asked));
    }

    /// <summary>The question that a request keeps.</summary>
    internal static ExportItems.Question Asked(ExportRequestRow row) =>
        JsonSerializer.Deserialize<ExportItems.Question>(row.Filters, ViewJson.Options)! with { Channel = row.Channel };

    /// <summary>Notes a request in one transaction.</summary>
    internal sealed class Requests(ReleaseStore store, TimeProvider clock, ILogger<Requests> log)
    {
        public async Task<(Refusal Refusal, string? Request)> AskAsync(
            string format, ExportItems.Question question, Participant reader, IdempotencyKey key, CancellationToken cancellationToken)
        {
            var receipt = await store.Store.WriteAsync(
                scope => Idempotency.RunOnceAsync(scope, reader, key, new { format, question, verb = "export" }, () => AskAsync(scope, format, question, reader)),
                cancellationToken);
            if (receipt.Request is { } request)
            {
                ReleaseLog.ExportAsked(log, reader.PersonId, request);
            }

            return (new Refusal(receipt.Code, receipt.Errors), receipt.Request);
        }

        private async Task<Receipt> AskAsync(WriteScope scope, string format, ExportItems.Question question, Participant reader)
        {
            var now = clock.GetUtcNow();
            var streams = await Readership.OfAsync(scope.Connection, reader.Asks);
            if (streams.Count == 0 || (question.Channel is { } channel && !streams.Any(stream => string.Equals(stream.Channel.Channel, channel, StringComparison.Ordinal))))
            {
                return new Receipt(ProblemCode.NotFound.Code);
            }

            var waiting = (await ExportRequestRows.OwnAsync(scope.Connection, reader.PersonId))
                .Count(row => row.ConfirmedAt is null && row.AskedAt > (now - ExportRequestRows.Waits).ToMicroseconds());
            if (waiting >= MostWaiting)
            {
                var checks = new FieldChecks();
                checks.Add("format", "Wait until one of your five waiting requests is confirmed, or a day old.");
                return new Receipt(ProblemCode.FieldInvalid.Code, Errors: checks.Errors);
            }

            var row = new ExportRequestRow
            {
                Request = Ids.New(),
                Format = format,
                Channel = question.Channel,
                Filters = JsonSerializer.Serialize(question, ViewJson.Options),
                Person = reader.PersonId,
                PersonName = reader.DisplayName,
                Organisation = reader.OrganisationId!,
                OrganisationName = reader.OrganisationName ?? string.Empty,
                Constituency = (long)reader.Constituency,
                Force = reader.Force ?? string.Empty,
                AskedAt = now.ToMicroseconds(),
            };
            await ExportRequestRows.AddAsync(scope.Connection, row);
            return new Receipt(Code: null, row.Request);
        }

        internal sealed record Receipt(string? Code, string? Request = null, IReadOnlyDictionary<string, string[]>? Errors = null);
    }
}
