using System.Text.Json.Nodes;
using ContactGroup.Contracts;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace ContactGroup.Architecture.Tests;

/// <summary>Invariant 5: a refused read looks exactly like an absent one, in status, body and headers; and so does a refused command.</summary>
[Collection(StandaloneCollection.Name)]
public sealed class RefusedLooksAbsentTests(RunningStandalone app)
{
    /// <summary>A good body for each address that takes one: the id alone must decide.</summary>
    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["PostMessage"] = """{ "text": "words" }""",
        ["EditMessage"] = """{ "text": "words" }""",
        ["WithdrawMessage"] = """{ "reason": "words" }""",
        ["AcknowledgeMessage"] = "{}",
        ["WriteTerms"] = """{ "purpose": "words", "assumptions": "words" }""",
        ["AcceptTerms"] = """{ "version": 1 }""",
        ["ChangePosture"] = """{ "posture": "distance", "reason": "words" }""",
        ["AddMember"] = """{ "person": "00000000000000000000000000" }""",
        ["OpenChannel"] = """{ "name": "words", "kind": "plenary" }""",
        ["BeginUpload"] = """{ "name": "words.txt", "mediaType": "text/plain", "size": 5 }""",
        ["ReportIncident"] = """{ "category": "OTHER", "occurredAt": "2026-02-20" }""",
        ["UpdateIncident"] = """{ "stage": "UPDATE", "summary": "words" }""",
        ["VerifyIncident"] = """{ "verification": "VERIFIED" }""",
        ["CorrectIncident"] = """{ "summary": "words", "reason": "words" }""",
        ["WithdrawIncident"] = """{ "reason": "words" }""",
        ["CloseIncident"] = "{}",
        ["NotifyMovement"] = """
            {
              "category": "EMERGENCY", "mode": "ROAD", "windowStart": "2099-03-05T06:00:00Z", "windowEnd": "2099-03-05T14:00:00Z", "lateReason": "words",
              "route": [{ "type": "ORIGIN", "lat": 35.123456, "lon": 39.512345 }, { "type": "DESTINATION", "lat": 35.412345, "lon": 39.923456 }],
              "callContact": { "name": "words", "phone": "+963 11 555 0134" }
            }
            """,
        ["FindBrought"] = """{ "kind": "site", "system": "words", "ids": ["17"] }""",
        ["AmendMovement"] = """{ "notes": "words" }""",
        ["CheckIn"] = """{ "stop": 0 }""",
        ["NotifySite"] = """
            {
              "siteType": "OFFICE", "name": "words", "country": "SYR", "position": { "lat": 35.123456, "lon": 39.512345 }, "coordinateMethod": "GPS_ON_SITE",
              "accuracy": 8, "relation": "OPERATES", "callContact": { "name": "words", "phone": "+963 11 555 0134" }
            }
            """,
        ["AmendSite"] = """{ "notes": "words" }""",
        ["RevalidateSite"] = "{}",
        ["RemoveSite"] = """{ "reason": "CLOSED" }""",
        ["SayState"] = """{ "state": "UNDERWAY" }""",
        ["AcknowledgeNotification"] = """{ "version": 1, "cell": "words" }""",
        ["WithdrawNotification"] = """{ "reason": "words" }""",
        ["RaiseNotice"] = """{ "constraintType": "AC3", "severity": "3", "country": "SYR", "startedAt": "2026-02-20", "title": "words" }""",
        ["UpdateNotice"] = """{ "severity": "2" }""",
        ["SayConstraintState"] = """{ "state": "ESCALATED" }""",
        ["WithdrawNotice"] = """{ "reason": "words" }""",
        ["IssueAdvisory"] = """
            {
              "advisoryType": "OTHER", "severity": "MINOR", "urgency": "FUTURE", "certainty": "LIKELY", "validFrom": "2099-03-05T06:00:00Z",
              "validUntil": "2099-03-05T14:00:00Z", "country": "SYR", "summary": "words"
            }
            """,
        ["AmendAdvisory"] = """{ "summary": "words" }""",
        ["EndAdvisory"] = "{}",
        ["ReleaseReview"] = "{}",
        ["RecallItem"] = """{ "target": "side:political", "reason": "words" }""",
        ["ReturnReview"] = """{ "reason": "words" }""",
        ["UpholdQuarantine"] = """{ "reason": "words" }""",
        ["ReturnQuarantined"] = """{ "reason": "words" }""",
        ["WidenItem"] = """{ "target": "side:political", "reason": "words" }""",
        ["ConsentToWidening"] = "{}",
        ["DeclineWidening"] = "{}",
        ["ConfirmExport"] = "{}",
        ["SuspendPerson"] = "{}",
        ["ChangeOrganisation"] = """{ "name": "words" }""",
    };

    private IEnumerable<RouteEndpoint> WithIds => app.Endpoints.Where(endpoint =>
        endpoint.RoutePattern.Parameters.Count > 0 && endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal));

    [Fact]
    public async Task For_a_force_at_every_address_with_an_id() => await CompareAsync(await HiddenThings.OfForceAsync(app));

    [Fact]
    public async Task For_a_coordinator_of_another_group_at_every_address_with_an_id() => await CompareAsync(await HiddenThings.OfOutsideCoordinatorAsync(app));

    [Theory]
    [InlineData("/api/release/items?channel={0}", "channel")]
    [InlineData("/api/release/items?q=words&channel={0}", "channel")]
    [InlineData("/api/release/reviews?group={0}", "group")]
    [InlineData("/api/release/exports/geojson?channel={0}", "channel")]
    [InlineData("/api/release/items/{0}/export/geojson", "item")]
    [InlineData("/api/release/items/{0}/export/cot", "item")]
    [InlineData("/api/release/items/{0}/record?incident=0123456789abcdefghjkmnpqrs", "item")]
    [InlineData("/api/release/items/0123456789abcdefghjkmnpqrs/record?incident={0}", "item")]
    public async Task For_a_force_in_a_query(string address, string parameter)
    {
        var hidden = await HiddenThings.OfForceAsync(app);

        foreach (var id in hidden.Ids[parameter])
        {
            Assert.Equal(
                await AnswerAsync(hidden.Observer, HttpMethod.Get, Address(address, Ids.New()), null),
                await AnswerAsync(hidden.Observer, HttpMethod.Get, Address(address, id), null));
        }
    }

    [Theory]
    [InlineData("/api/channels/channels/{plenary}/messages", """{ "text": "words", "replyTo": "{0}" }""", "item")]
    [InlineData("/api/incidents/channels/{plenary}/reports", """{ "category": "OTHER", "occurredAt": "2026-02-20", "linkedNotification": "{0}" }""", "item")]
    [InlineData("/api/channels/channels/{plenary}/messages", """{ "text": "words", "attachments": ["{0}"] }""", "upload")]
    [InlineData("/api/incidents/channels/{plenary}/reports", """{ "category": "OTHER", "occurredAt": "2026-02-20", "attachments": ["{0}"] }""", "upload")]
    [InlineData("/api/access/channels/{plenary}/notices", """{ "constraintType": "AC3", "severity": "3", "country": "SYR", "startedAt": "2026-02-20", "title": "words", "linkedIncident": "{0}" }""", "item")]
    [InlineData("/api/access/channels/{plenary}/notices", """{ "constraintType": "AC3", "severity": "3", "country": "SYR", "startedAt": "2026-02-20", "title": "words", "linkedNotification": "{0}" }""", "item")]
    [InlineData("/api/release/preview", """{ "channel": "{0}", "kind": "message", "content": { "text": "words" } }""", "channel")]
    [InlineData("/api/channels/groups/{group}/members", """{ "person": "{0}" }""", "person")]
    [InlineData("/api/release/exports/requests", """{ "format": "geojson", "channel": "{0}" }""", "channel")]
    [InlineData("/api/release/test-as", """{ "audience": "ingo", "item": "{0}" }""", "item")]
    public async Task For_a_force_in_a_body(string address, string body, string parameter)
    {
        var hidden = await HiddenThings.OfForceAsync(app);
        var group = (await hidden.Observer.ReadAsync("/api/channels/groups"))["groups"]![0]!["id"].Text();
        var path = address.Replace("{plenary}", await hidden.Observer.ChannelAsync("Plenary"), StringComparison.Ordinal).Replace("{group}", group, StringComparison.Ordinal);

        foreach (var id in hidden.Ids[parameter])
        {
            Assert.Equal(
                await AnswerAsync(hidden.Observer, HttpMethod.Post, path, body.Replace("{0}", Ids.New(), StringComparison.Ordinal)),
                await AnswerAsync(hidden.Observer, HttpMethod.Post, path, body.Replace("{0}", id, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_cursor_of_another_person_is_as_good_as_a_made_up_one()
    {
        var amal = await app.AsAsync("amal");
        var rafiq = await app.AsAsync("rafiq");
        var foreign = (await amal.ReadAsync("/api/release/streams"))["streams"]![0]!["cursor"].Text();
        var own = (await rafiq.ReadAsync("/api/release/streams"))["streams"]![0]!["stream"].Text();

        Assert.Equal(
            await AnswerAsync(rafiq, HttpMethod.Get, $"/api/release/streams/{own}/entries?after={new string('A', foreign.Length)}", null),
            await AnswerAsync(rafiq, HttpMethod.Get, $"/api/release/streams/{own}/entries?after={foreign}", null));
    }

    private async Task CompareAsync(HiddenThings hidden)
    {
        var differences = new List<string>();
        foreach (var endpoint in WithIds)
        {
            foreach (var parameter in endpoint.RoutePattern.Parameters.Where(parameter => hidden.Ids.ContainsKey(parameter.Name)))
            {
                foreach (var id in hidden.Ids[parameter.Name])
                {
                    var absent = await AskAsync(endpoint, hidden, parameter, Ids.New());
                    var refused = await AskAsync(endpoint, hidden, parameter, id);
                    if (absent != refused || refused.StartsWith('2'))
                    {
                        differences.Add($"{NameOf(endpoint)} {parameter.Name}\n  absent:  {absent}\n  refused: {refused}");
                    }
                }
            }
        }

        Assert.Empty(differences);
    }

    private static Task<string> AskAsync(RouteEndpoint endpoint, HiddenThings hidden, RoutePatternParameterPart parameter, string id)
    {
        var address = endpoint.RoutePattern.Parameters.Aggregate(
            "/" + endpoint.RoutePattern.RawText!.TrimStart('/'),
            (path, part) => path.Replace($"{{{part.Name}}}", part == parameter ? id : "00000000000000000000000000", StringComparison.Ordinal));
        var method = new HttpMethod(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]);
        return AnswerAsync(hidden.Observer, method, address, BodyOf(endpoint));
    }

    private static string? BodyOf(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is null)
        {
            return null;
        }

        Assert.True(Bodies.ContainsKey(NameOf(endpoint)), $"{NameOf(endpoint)} is new: give this test a good body for it");
        return Bodies[NameOf(endpoint)];
    }

    private static string NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? endpoint.RoutePattern.RawText!;

    private static string Address(string format, string id) => format.Replace("{0}", id, StringComparison.Ordinal);

    private static async Task<string> AnswerAsync(HttpClient observer, HttpMethod method, string address, string? body)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Idempotency-Key", Ids.New());
        if (body is not null)
        {
            request.Content = System.Net.Http.Json.JsonContent.Create(JsonNode.Parse(body));
        }

        using var answer = await observer.SendAsync(request);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date")
            .OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()} | {string.Join("; ", headers)}";
    }
}
