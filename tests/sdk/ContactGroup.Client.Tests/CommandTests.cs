using System.Text.Json.Nodes;
using ContactGroup.Client.Tests.Fake;

namespace ContactGroup.Client.Tests;

public sealed class CommandTests
{
    private static readonly MessageDraft Hello = new("Road to the depot is open.");

    [Fact]
    public async Task A_command_whose_answer_was_lost_is_sent_again_with_the_same_key()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Plan(FakeServer.HangUp, FakeServer.Refuse(503, "CG-1008"));

        var receipt = await ada.Client.PostAsync("channel1", Hello);

        Assert.Equal("MSG-1", receipt.Reference);
        var keys = ada.Server.Requests.Where(r => r.Path.EndsWith("/messages", StringComparison.Ordinal)).Select(r => r.Key).ToArray();
        Assert.Equal(3, keys.Length);
        Assert.Single(keys.Distinct(StringComparer.Ordinal));
        Assert.Matches("^[0-9a-z]{26}$", keys[0]);
    }

    [Fact]
    public async Task Two_commands_have_two_keys()
    {
        await using var ada = await Signed.InAsync();

        await ada.Client.PostAsync("channel1", Hello);
        await ada.Client.PostAsync("channel1", Hello);

        var keys = ada.Server.Requests.Where(r => r.Path.EndsWith("/messages", StringComparison.Ordinal)).Select(r => r.Key).ToArray();
        Assert.Equal(2, keys.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_refusal_names_its_fields_and_is_not_sent_again()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Plan(FakeServer.Refuse(400, "CG-1002", new { text = new[] { "Write 1 to 8000 characters." } }));

        var refusal = await Assert.ThrowsAsync<ContactGroupException>(() => ada.Client.PostAsync("channel1", Hello));

        Assert.Equal(ErrorCodes.FieldInvalid, refusal.Code);
        Assert.Equal("It was refused.", refusal.Message);
        Assert.Equal(["Write 1 to 8000 characters."], refusal.Errors["text"]);
        Assert.Single(ada.Server.Requests, r => r.Path.EndsWith("/messages", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_busy_server_is_given_the_time_it_asks_for()
    {
        var clock = new PassingClock();
        await using var ada = await Signed.InAsync(clock: clock);
        ada.Server.Plan(FakeServer.Refuse(429, "CG-1007", retryAfter: "7"));

        await ada.Client.PostAsync("channel1", Hello);

        Assert.Contains(TimeSpan.FromSeconds(7), clock.Pauses);
    }

    [Fact]
    public async Task A_server_that_asks_for_more_time_than_there_is_gets_no_second_call()
    {
        var clock = new PassingClock();
        await using var ada = await Signed.InAsync(clock: clock);
        ada.Server.Plan(FakeServer.Refuse(429, "CG-1007", retryAfter: "3600"));

        var refusal = await Assert.ThrowsAsync<ContactGroupException>(() => ada.Client.PostAsync("channel1", Hello));

        Assert.Equal(ErrorCodes.TooManyRequests, refusal.Code);
    }

    [Fact]
    public async Task A_server_that_stays_away_is_unreachable_after_a_bounded_number_of_tries()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Plan([.. Enumerable.Repeat<Func<HttpContext, Task>>(FakeServer.HangUp, 100)]);

        var refusal = await Assert.ThrowsAsync<ContactGroupException>(() => ada.Client.PostAsync("channel1", Hello));

        Assert.Equal(ErrorCodes.Unreachable, refusal.Code);
        Assert.Null(refusal.Status);
        Assert.InRange(ada.Server.Requests.Count(r => r.Path.EndsWith("/messages", StringComparison.Ordinal)), 2, 9);
    }

    [Fact]
    public async Task An_answer_that_is_not_ours_is_reported_as_such()
    {
        await using var ada = await Signed.InAsync();
        ada.Server.Plan(context => context.Response.WriteAsync("<html>Welcome to the hotel</html>"));

        var refusal = await Assert.ThrowsAsync<ContactGroupException>(() => ada.Client.GetStreamsAsync());

        Assert.Equal(ErrorCodes.UnexpectedAnswer, refusal.Code);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("has a space in it")]
    [InlineData("")]
    public void A_key_of_another_shape_is_refused_before_it_is_sent(string text) =>
        Assert.Throws<FormatException>(() => IdempotencyKey.Parse(text));

    [Fact]
    public async Task An_access_notice_is_raised_with_what_was_said_and_nothing_else()
    {
        await using var ada = await Signed.InAsync();
        var body = string.Empty;
        ada.Server.Plan(async context =>
        {
            body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            context.Response.StatusCode = 202;
            await context.Response.WriteAsJsonAsync(new { item = "item1", reference = "ACN-1", version = 1 });
        });

        var receipt = await ada.Client.RaiseAccessNoticeAsync("channel1", new AccessNotice
        {
            ConstraintType = "AC3",
            Severity = 3,
            Country = "SYR",
            StartedAt = "2026-02-20",
            Title = "Papers at the bridge",
            ReleaseTo = ["own-side"],
        });

        Assert.Equal("ACN-1", receipt.Reference);
        Assert.Contains(ada.Server.Requests, r => r.Path is "/api/access/channels/channel1/notices");
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                { "constraintType": "AC3", "severity": 3, "country": "SYR", "startedAt": "2026-02-20", "title": "Papers at the bridge", "releaseTo": ["own-side"] }
                """),
            JsonNode.Parse(body)));
    }

    [Fact]
    public async Task A_movement_is_notified_with_what_was_said_and_nothing_else()
    {
        await using var ada = await Signed.InAsync();
        var body = string.Empty;
        ada.Server.Plan(async context =>
        {
            body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            context.Response.StatusCode = 202;
            await context.Response.WriteAsJsonAsync(new
            {
                item = "item1",
                reference = "HNM-1",
                version = 1,
                late = true,
                warnings = new[] { new { field = "route[1]", text = "Look at it." } },
            });
        });

        var receipt = await ada.Client.NotifyMovementAsync("channel1", new MovementNotification
        {
            Category = "EMERGENCY",
            Mode = "ROAD",
            WindowStart = new DateTimeOffset(2026, 12, 1, 6, 0, 0, TimeSpan.Zero),
            WindowEnd = new DateTimeOffset(2026, 12, 1, 16, 0, 0, TimeSpan.Zero),
            Route = [new RouteStop("ORIGIN", 36.123456, 37.234567), new RouteStop("DESTINATION", 36.5, 37.25, "Bridge hospital")],
            CallContact = new CallContact("Dispatch", "+961 3 123 456"),
            Recipients = [new MovementRecipient("military:northern-force", Consent: true)],
        });

        Assert.Contains(ada.Server.Requests, r => r.Path is "/api/movements/channels/channel1/movements");
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                { "category": "EMERGENCY", "mode": "ROAD", "windowStart": "2026-12-01T06:00:00+00:00", "windowEnd": "2026-12-01T16:00:00+00:00",
                  "route": [
                    { "type": "ORIGIN", "lat": 36.123456, "lon": 37.234567 },
                    { "type": "DESTINATION", "lat": 36.5, "lon": 37.25, "name": "Bridge hospital" }],
                  "callContact": { "name": "Dispatch", "phone": "+961 3 123 456" },
                  "recipients": [{ "audience": "military:northern-force", "consent": true }] }
                """),
            JsonNode.Parse(body)));
        Assert.True(receipt.Late);
        Assert.Equal("route[1]", Assert.Single(receipt.Warnings!).Field);
    }
}
