using System.Globalization;
using ContactGroup.Access.Data;
using ContactGroup.Access.Domain;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Codes;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ContactGroup.Access.Features;

/// <summary>
/// How many constraints of which type began where and when, for the humanitarian side: counts and no content. INVARIANT: everything that is counted for a person is
/// in a room of theirs and was released to their whole side; a force gets the answer of an address that does not exist (decision 0048).
/// </summary>
internal static class ReadOverview
{
    private const int MostMonths = 24;

    /// <param name="Country">The country asked for.</param>
    /// <param name="From">First month.</param>
    /// <param name="To">Last month.</param>
    /// <param name="PublishedAt">As of when the figures are, UTC.</param>
    /// <param name="Minimum">Smallest count that is shown.</param>
    /// <param name="Cells">Figures of what is no exercise.</param>
    /// <param name="Exercise">Figures of exercises.</param>
    public sealed record Response(
        string Country, string From, string To, DateTimeOffset PublishedAt, int Minimum, IReadOnlyList<Cell> Cells, IReadOnlyList<Cell> Exercise);

    public static void Map(IEndpointRouteBuilder access) => access
        .MapGet("/overview", HandleAsync)
        .WithName(nameof(ReadOverview))
        .WithSummary("Count access constraints by area, month and type");

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        string? country, string? from, string? to, Participant who, IChannelDirectory channels, Tallies tallies, IOptions<AccessOptions> options, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (who.Side is not "humanitarian")
        {
            return Problems.NotFound();
        }

        var checks = new FieldChecks();
        var asked = checks.Code("country", country, CodeLists.Get("country").Values);
        var first = Month("from", from, checks);
        var last = Month("to", to, checks);
        checks.Order("from", first, "to", last);
        checks.That(first is null || last is null || last < first.Value.AddMonths(MostMonths), "to", $"Ask for at most {MostMonths} months.");
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var published = options.Value.PublishedBefore(clock.GetUtcNow());
        var all = await OwnAsync(who, channels, await tallies.AtAsync(asked, from!, to!, published, cancellationToken), cancellationToken);
        return TypedResults.Ok(new Response(
            asked,
            from!,
            to!,
            published,
            options.Value.OverviewMinimum,
            Overview.Of(all.Where(tally => tally.Exercise == 0), options.Value.OverviewMinimum),
            Overview.Of(all.Where(tally => tally.Exercise == 1), options.Value.OverviewMinimum)));
    }

    private static async Task<IReadOnlyList<Tally>> OwnAsync(
        Participant who, IChannelDirectory channels, IReadOnlyList<Tally> tallies, CancellationToken cancellationToken)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var channel in tallies.Select(tally => tally.Channel).Distinct(StringComparer.Ordinal))
        {
            if (await channels.FindAsync(who.Asks, channel, cancellationToken) is not null)
            {
                own.Add(channel);
            }
        }

        return [.. tallies.Where(tally => own.Contains(tally.Channel))];
    }

    private static DateOnly? Month(string field, string? text, FieldChecks checks)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return month;
        }

        checks.Add(field, "Give a month such as 2026-09.");
        return null;
    }
}
