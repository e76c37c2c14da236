using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ContactGroup.Contracts.Codes;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Items;
using ContactGroup.Hosting.Web;
using ContactGroup.Incidents.Data;
using ContactGroup.Incidents.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Incidents.Features;

/// <summary>
/// A coordinator, or another organisation of the humanitarian side that holds the report, says how far it is confirmed. The graded letters and digits
/// of the source stay with the humanitarian side; the plain word goes with the report.
/// </summary>
internal static class VerifyIncident
{
    public sealed record Request
    {
        public string? Verification { get; init; }

        public string? Reliability { get; init; }

        [JsonConverter(typeof(DigitCode))]
        public string? Credibility { get; init; }

        public int? IfVersion { get; init; }
    }

    public static void Map(IEndpointRouteBuilder incidents) => incidents
        .MapPost("/items/{item}/verify", HandleAsync)
        .WithName(nameof(VerifyIncident))
        .WithSummary("Say how far a report of another organisation is confirmed");

    internal static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        string item, Participant who, IdempotencyKey key, Request request, Access access, IncidentBook book, CancellationToken cancellationToken)
    {
        var (known, refusal) = await access.ToVerifyAsync(who, item, cancellationToken);
        if (known is null)
        {
            return refusal!;
        }

        var checks = new FieldChecks();
        var said = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [ContentNames.Verification] = checks.Code("verification", request.Verification, CodeLists.Get("verification").Values),
            [ContentNames.SourceReliability] = checks.OptionalCode("reliability", request.Reliability, CodeLists.Get("source-reliability").Values),
            [ContentNames.Credibility] = checks.OptionalCode("credibility", request.Credibility, CodeLists.Get("credibility").Values),
        };
        return checks.Failed
            ? Problems.Invalid(checks)
            : await Amendment.WriteAsync(
                book, new Command(who, key, new { item, request }, "verify", known.ChannelVersion), item, request.IfVersion, (before, _) => Verified(before, said), cancellationToken);
    }

    private static Incident Verified(Incident before, Dictionary<string, string?> said)
    {
        var content = (JsonObject)before.Content.DeepClone();
        foreach (var (name, code) in said.Where(field => field.Value is not null))
        {
            content[name] = code;
        }

        return before.Next(content);
    }
}
