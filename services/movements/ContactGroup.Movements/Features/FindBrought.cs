using ContactGroup.Contracts.Movements;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Movements.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Movements.Features;

/// <summary>
/// Which records of a file are there already, so that one that is read again is not held up by what was said in time when it was brought. INVARIANT: of the asker's own
/// organisation and in this room alone, and only names that the asker gave.
/// </summary>
internal static class FindBrought
{
    private const int Most = 200;

    /// <param name="Kind"><c>movement</c> or <c>site</c>.</param>
    /// <param name="System">Name of the system that they are brought from.</param>
    /// <param name="Ids">What they are called there, 1 to 200.</param>
    public sealed record Request(string? Kind, string? System, IReadOnlyList<string>? Ids);

    /// <param name="There">Those of the ids that are there.</param>
    public sealed record Response(IReadOnlyList<string> There);

    public static void Map(IEndpointRouteBuilder movements) => movements
        .MapPost("/channels/{channel}/brought", HandleAsync)
        .WithName(nameof(FindBrought))
        .WithSummary("Ask which records your organisation brought to a room before");

    internal static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        string channel, Request request, Participant who, Access access, NotificationBook book, CancellationToken cancellationToken)
    {
        if (await access.PassAsync(who, channel, cancellationToken) is not { } pass)
        {
            return Problems.NotFound();
        }

        if (Access.RefuseToNotify(who, pass) is { } refusal)
        {
            return refusal;
        }

        var checks = new FieldChecks();
        var kind = checks.Code("kind", request.Kind, [MovementSchema.Schema.Kind, SiteSchema.Schema.Kind]);
        var system = checks.Line("system", request.System, 1, Brought.LongestSystem);
        var ids = checks.List("ids", request.Ids, 1, Most).Take(Most).Select((id, index) => checks.Line($"ids[{index}]", id, 1, Brought.LongestId)).ToList();
        return checks.Failed
            ? Problems.Invalid(checks)
            : TypedResults.Ok(new Response(await book.BroughtAsync(kind, channel, who.OrganisationId!, system, ids, cancellationToken)));
    }
}
