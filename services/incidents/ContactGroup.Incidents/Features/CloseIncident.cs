using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Incidents.Data;
using ContactGroup.Incidents.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Incidents.Features;

/// <summary>The reporting organisation concludes its report. It stays visible to those who held it and can still be corrected and verified.</summary>
internal static class CloseIncident
{
    public sealed record Request(int? IfVersion = null);

    public static void Map(IEndpointRouteBuilder incidents) => incidents
        .MapPost("/items/{item}/close", HandleAsync)
        .WithName(nameof(CloseIncident))
        .WithSummary("Conclude a report of your own organisation");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, Access access, IncidentBook book, CancellationToken cancellationToken)
    {
        var (known, refusal) = await access.ToRetractAsync(who, item, cancellationToken);
        return known is null
            ? refusal!
            : await Amendment.WriteAsync(
                book, new Command(who, key, new { item, request }, "close", known.ChannelVersion), item, request.IfVersion, (before, _) => Closed(before), cancellationToken);
    }

    private static Incident Closed(Incident before) => before.Status == ItemStatus.Closed
        ? throw new ActRefusedException(Problems.Refused(ProblemCode.ItemChanged, "The report was closed before."))
        : before.Next(before.Content) with { Status = ItemStatus.Closed };
}
