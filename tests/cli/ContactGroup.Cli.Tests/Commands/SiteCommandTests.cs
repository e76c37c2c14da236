using System.Net;
using System.Text.Json.Nodes;
using ContactGroup.Cli.Commands;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests.Commands;

/// <summary>A site is notified as it was shown, to nobody without consent; later it is amended, confirmed, removed or taken back.</summary>
public sealed class SiteCommandTests
{
    private const string Item = "0123456789abcdefghjkmnpqrs";
    private const string NotifyRoute = "POST /api/movements/channels/c2/sites";

    private static readonly string[] Clinic =
    [
        "sites", "notify", "NGO room", "--type", "CLINIC_PHC", "--name", "Aylan clinic", "--country", "SYR", "--position", "36.123456,37.234567", "--method", "GPS_ON_SITE",
        "--accuracy", "6", "--corner", "36.1231,37.2341", "--corner", "36.1231,37.2351", "--corner", "36.1241,37.2351", "--contact", "Duty nurse", "--phone", "+961 3 123 456",
        "--relation", "OPERATES",
    ];

    [Fact]
    public async Task A_site_is_previewed_and_notified_with_the_forces_that_have_consent()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, NotifyRoute, new { field = "position", text = "HNS-CCCC-DDDD of your organisation is 40 m away." });

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync([.. Clinic, "--tell", "police", "--consent", "police"]));

        var sent = Sent(terminal, NotifyRoute);
        Assert.Equal("shown", sent.Shown);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                { "siteType": "CLINIC_PHC", "name": "Aylan clinic", "country": "SYR", "position": { "lat": 36.123456, "lon": 37.234567 }, "coordinateMethod": "GPS_ON_SITE",
                  "accuracy": 6, "footprint": [{ "lat": 36.1231, "lon": 37.2341 }, { "lat": 36.1231, "lon": 37.2351 }, { "lat": 36.1241, "lon": 37.2351 }],
                  "callContact": { "name": "Duty nurse", "phone": "+961 3 123 456" }, "relation": "OPERATES", "recipients": [{ "audience": "police", "consent": true }] }
                """),
            sent.Json));
        Assert.Equal("site", Sent(terminal, "POST /api/release/preview").Json["kind"]!.GetValue<string>());
        Assert.Contains("position: HNS-CCCC-DDDD of your organisation is 40 m away.", terminal.Out, StringComparison.Ordinal);
        Assert.Contains(OnNotification.Law, terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_force_without_consent_and_the_question_says_what_it_gets()
    {
        using var terminal = await new Terminal().SignedInAsync();

        Assert.Equal(ExitCode.Usage, await terminal.RunAsPersonAsync("no\n", [.. Clinic, "--tell", "police"]));

        Assert.Contains("police gets type, names, place, position", terminal.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(terminal.Api.Requests, sent => sent.Route is NotifyRoute or "POST /api/release/preview");
    }

    [Fact]
    public async Task What_is_no_position_is_not_sent()
    {
        using var terminal = await new Terminal().SignedInAsync();

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("sites", "amend", Item, "--position", "36.1;37.2"));

        Assert.Contains("36.12345,37.12345", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_is_amended_confirmed_and_removed()
    {
        using var terminal = await new Terminal().SignedInAsync();
        Takes(terminal, $"POST /api/movements/items/{Item}/amend-site");
        Takes(terminal, $"POST /api/movements/items/{Item}/revalidate");
        Takes(terminal, $"POST /api/movements/items/{Item}/remove");

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("sites", "amend", Item, "--name", "Aylan hospital", "--clear", "notes"));
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("sites", "revalidate", Item));
        Assert.Equal(ExitCode.Usage, await terminal.RunAsync("sites", "remove", Item, "--reason", "tired"));
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("sites", "remove", Item, "--reason", "relocated", "--if-version", "2"));

        Assert.Equal("""{"name":"Aylan hospital","clear":["notes"]}""", Sent(terminal, $"POST /api/movements/items/{Item}/amend-site").Json.ToJsonString());
        Assert.Equal("RELOCATED", Sent(terminal, $"POST /api/movements/items/{Item}/remove").Json["reason"]!.GetValue<string>());
        Assert.Equal(2, Sent(terminal, $"POST /api/movements/items/{Item}/remove").Json["ifVersion"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("withdraw")]
    [InlineData("sites withdraw")]
    public async Task A_site_is_taken_back_with_a_reason(string command)
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On($"GET /api/release/items/{Item}", _ => (HttpStatusCode.OK, Site()));
        Takes(terminal, $"POST /api/movements/items/{Item}/withdraw");

        Assert.Equal(ExitCode.Usage, await terminal.RunAsync([.. command.Split(' '), Item]));
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync([.. command.Split(' '), Item, "--reason", "Not there."]));

        Assert.Equal("Not there.", Sent(terminal, $"POST /api/movements/items/{Item}/withdraw").Json["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_force_acknowledges_the_version_it_reads()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On(
            $"POST /api/movements/items/{Item}/acknowledge", _ => (HttpStatusCode.Accepted, new { item = Item, version = 2, acknowledgedAt = "2026-11-21T08:00:00Z" }));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("sites", "acknowledge", Item, "--cell", "Air liaison", "--version", "2"));

        Assert.Contains(OnNotification.Law, terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sites_are_listed_and_shown_with_what_a_notification_is()
    {
        using var terminal = await new Terminal().SignedInAsync();
        terminal.Api.On("GET /api/release/items", _ => (HttpStatusCode.OK, new { items = new[] { Site() }, count = 1 }));
        terminal.Api.On($"GET /api/release/items/{Item}", _ => (HttpStatusCode.OK, Site()));

        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("items", "--kind", "site"));
        Assert.Contains("NOTIFIED · CLINIC_PHC · Aylan clinic · Plains", terminal.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync("show", Item));

        Assert.Contains("lat 36.1, lon 37.2", terminal.Out, StringComparison.Ordinal);
        Assert.Contains(OnNotification.Law, terminal.Out, StringComparison.Ordinal);
    }

    private static FakeApi.Sent Sent(Terminal terminal, string route) => terminal.Api.Requests.Single(sent => sent.Route == route);

    private static void Takes(Terminal terminal, string route, params object[] warnings) =>
        terminal.Api.On(route, _ => (HttpStatusCode.Accepted, new { item = Item, reference = "HNS-AAAA-BBBB", version = 2, late = false, warnings }));

    private static object Site() => new
    {
        item = Item,
        kind = "site",
        channel = "c2",
        revision = 1,
        releasedAt = "2026-11-21T08:00:00Z",
        reference = "HNS-AAAA-BBBB",
        status = "current",
        fields = new { state = "NOTIFIED", siteType = "CLINIC_PHC", name = "Aylan clinic", admin1 = "Plains", position = new { lat = 36.1, lon = 37.2 } },
        marking = new { sensitivity = "moderate", caveats = Array.Empty<string>(), policy = "humanitarian-space@2" },
    };
}
