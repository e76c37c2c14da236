using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ContactGroup.Movements.Features;

/// <summary>
/// How long before its window a movement should be notified in a room, so that who plans one knows before it is late. INVARIANT: for who may notify there alone, and of the
/// forces of that room alone: no party learns what another asks for.
/// </summary>
internal static class ReadLeadTimes
{
    /// <param name="Deployment">Of every party that has none of its own, and of a movement that names nobody.</param>
    /// <param name="Parties">Of parties of the room that ask for others.</param>
    public sealed record Response(Hours Deployment, IReadOnlyList<PartyHours> Parties);

    /// <summary>Hours before the window begins.</summary>
    /// <param name="Standard">By road, rail, river or on foot.</param>
    /// <param name="AirAndSea">By air or sea.</param>
    /// <param name="Emergency">In an emergency, whatever the mode.</param>
    public sealed record Hours(int Standard, int AirAndSea, int Emergency);

    /// <summary>The hours that a party asks for.</summary>
    /// <param name="Audience">The party, as notifications name it.</param>
    /// <param name="Hours">What it asks for; that of the deployment where it left something out.</param>
    public sealed record PartyHours(string Audience, Hours Hours);

    public static void Map(IEndpointRouteBuilder movements) => movements
        .MapGet("/channels/{channel}/lead-times", HandleAsync)
        .WithName(nameof(ReadLeadTimes))
        .WithSummary("Read how long before its window a movement should be notified here");

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        string channel, Participant who, Access access, IOptions<MovementOptions> options, CancellationToken cancellationToken)
    {
        if (await access.PassAsync(who, channel, cancellationToken) is not { } pass)
        {
            return Problems.NotFound();
        }

        return Access.RefuseToNotify(who, pass) is { } refusal ? refusal : TypedResults.Ok(Of(options.Value, pass.Forces));
    }

    private static Response Of(MovementOptions options, IReadOnlyList<string> forces) => new(
        HoursOf(options, party: null),
        [.. options.LeadTimes.Select(own => own.Audience).Intersect(forces, StringComparer.Ordinal).Select(party => new PartyHours(party, HoursOf(options, party)))]);

    private static Hours HoursOf(MovementOptions options, string? party)
    {
        return new Hours(Of("STANDARD", "ROAD"), Of("STANDARD", "SEA"), Of("EMERGENCY", "ROAD"));

        int Of(string category, string mode) => (int)options.LeadOf(category, mode, party).TotalHours;
    }
}
