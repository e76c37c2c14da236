using System.Globalization;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Release.Data;
using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Features;

/// <summary>Lists and searches what the reader holds. The count is of what the reader holds, and of nothing else.</summary>
internal static class QueryItems
{
    private const int MostItems = 200;
    private const int LongestQuery = 200;
    private const string Yes = "true";

    private static readonly string[] Answers = [Yes, "false"];

    /// <summary>Statuses that can be asked for.</summary>
    internal static IReadOnlyList<string> Statuses { get; } =
        [ItemStatus.Current, ItemStatus.Closed, ItemStatus.Expired, ItemStatus.Withdrawn, ItemStatus.Quarantined];

    public static void Map(IEndpointRouteBuilder release) => release
        .MapGet("/items", HandleAsync)
        .WithName(nameof(QueryItems))
        .WithSummary("List and search items")
        .Produces(StatusCodes.Status200OK, contentType: "application/json");

    /// <summary>What may be asked for.</summary>
    public sealed record Question
    {
        public string? Channel { get; init; }

        public string? Kind { get; init; }

        public string? Q { get; init; }

        public string? Bbox { get; init; }

        public string? From { get; init; }

        public string? To { get; init; }

        public string? Status { get; init; }

        public string? Urgent { get; init; }

        public string? After { get; init; }

        public string? Limit { get; init; }
    }

    internal static async Task<IResult> HandleAsync(
        [AsParameters] Question question,
        Participant reader,
        Exposures exposures,
        PageTokens tokens,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var filter = Read(question, reader.PersonId, tokens, checks);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var (views, count, cut) = await exposures.GiveAsync(
            reader.Asks,
            async connection =>
            {
                var mine = await Readership.OfAsync(connection, reader.Asks);
                IReadOnlyList<ReadableStream> asked = question.Channel is null
                    ? mine
                    : [.. mine.Where(stream => string.Equals(stream.Channel.Channel, question.Channel, StringComparison.Ordinal))];
                var (found, all, ended) = await VisibleItems.QueryAsync(connection, asked, filter, clock.GetUtcNow());
                return (Views: new GivenViews(mine, found), Count: all, Cut: ended);
            },
            given => given.Views.OfOthers(opened: false),
            (connection, given) => given.Views.AreHeldAsync(connection, reader.Asks, clock.GetUtcNow()),
            cancellationToken);
        var items = views.Items;
        return RawJson.Page("items", [.. items.Select(item => item.Json)], json =>
        {
            if (cut || items.Count == filter.Limit)
            {
                json.WriteString("next", tokens.Seal(reader.PersonId, items[^1].ReleasedAt, items[^1].Item));
            }

            json.WriteNumber("count", count);
        });
    }

    private static ItemFilter Read(Question question, string person, PageTokens tokens, FieldChecks checks)
    {
        var limit = checks.Whole("limit", question.Limit, 1, MostItems) ?? 50;
        checks.OptionalCode("kind", question.Kind, ItemSchemas.All.Select(schema => schema.Kind));
        checks.OptionalCode("status", question.Status, Statuses);
        checks.OptionalCode("urgent", question.Urgent, Answers);
        checks.OptionalText("q", question.Q, LongestQuery);
        var words = string.IsNullOrWhiteSpace(question.Q) ? null : SearchWords.Of(question.Q);
        checks.That(words is not { IsEmpty: true }, "q", "Give at least one word of letters or digits.");
        var (time, item) = tokens.Open(question.After, person, checks);
        return new ItemFilter(
            question.Kind,
            question.Status,
            Instant("from", question.From, checks),
            Instant("to", question.To, checks),
            words,
            ReadBox(question.Bbox, checks),
            time,
            item,
            limit)
        {
            Bytes = PageBytes.Items,
            Urgent = question.Urgent is { } urgent ? string.Equals(urgent, Yes, StringComparison.Ordinal) : null,
        };
    }

    internal static long? Instant(string field, string? text, FieldChecks checks)
    {
        if (text is null)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
        {
            return instant.ToMicroseconds();
        }

        checks.Add(field, "Give a day as 2026-03-01 or an instant as 2026-03-01T08:00:00Z.");
        return null;
    }

    private static Box? ReadBox(string? text, FieldChecks checks)
    {
        if (text is null)
        {
            return null;
        }

        var parts = text.Split(',')
            .Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : double.NaN)
            .ToArray();
        if (parts is [>= -180 and <= 180, >= -90 and <= 90, >= -180 and <= 180, >= -90 and <= 90] && parts[0] <= parts[2] && parts[1] <= parts[3])
        {
            return new Box(parts[0], parts[1], parts[2], parts[3]);
        }

        checks.Add("bbox", "Give west,south,east,north in decimal degrees, west not beyond east and south not beyond north.");
        return null;
    }
}
