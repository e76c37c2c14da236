using System.Text.Json.Nodes;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Release.Domain;
using ContactGroup.Release.Features;

namespace ContactGroup.Release.Tests.Features;

public sealed class ExplanationTests : IAsyncLifetime, IDisposable
{
    private const string Northern = "military:northern-force";

    private readonly ReleaseApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_force_reads_nothing_about_others_nor_about_decisions()
    {
        var incident = app.Incident();
        await app.TakeAsync(incident);
        await app.ReleaseAllAsync();

        var answer = await app.GetAsync(Exercise.North, $"items/{incident.Item}/explanation");

        Assert.Null(answer.Body["others"]);
        Assert.Null(answer.Body["decisions"]);
        foreach (var name in new[] { "southern", "Olena", "Amal", "Relief North", "edited" })
        {
            Assert.DoesNotContain(name, answer.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task An_owner_of_another_side_learns_neither_who_decided_and_how_often_nor_of_other_forces()
    {
        var message = app.Message(Exercise.North, "For all.", ["all"]);
        await app.TakeAsync(message);
        await app.ReleaseAllAsync();

        var answer = await app.GetAsync(Exercise.North, $"items/{message.Item}/explanation");

        Assert.Null(answer.Body["decisions"]);
        Assert.DoesNotContain("Olena", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("southern", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_state_of_an_item_has_its_sentence()
    {
        var incident = app.Incident(summary: "Says Idris.");
        await app.TakeAsync(incident);
        var waiting = await LineAsync(incident);
        Assert.Equal(("in-review", "other.in-review"), ((string?)waiting["state"], (string?)waiting["code"]));
        Assert.NotNull(waiting["since"]);

        var first = (await app.ReviewsAsync())[0];
        await app.PostAsync(Exercise.Olena, $"reviews/{first["review"]}/return", new { reason = "Leave Idris out." });
        var returned = await LineAsync(incident);
        Assert.Equal(("returned", "other.returned", "Leave Idris out."), ((string?)returned["state"], (string?)returned["code"], (string?)returned["reason"]));

        await app.TakeAsync(app.Incident(summary: "Says Idris again.", version: 2, item: incident.Item));
        var second = (await app.ReviewsAsync())[0];
        await app.PostAsync(
            Exercise.Olena, $"reviews/{second["review"]}/release", new { shown = (string?)second["shown"], fields = new { summary = new { text = "Road closed." } } });
        Assert.Equal("other.edited", (string?)(await LineAsync(incident))["code"]);
        var decisions = (await app.GetAsync(Exercise.Basma, $"items/{incident.Item}/explanation")).Body["decisions"]!.AsArray();
        Assert.Equal(["returned", "released"], decisions.Select(decision => (string)decision!["state"]!));
        var view = decisions[1]!["views"]![0]!;
        Assert.Equal(("Says Idris again.", "Road closed."), ((string?)view["proposed"]!["summary"], (string?)view["released"]!["summary"]));

        await app.OpenChannelAsync(app.Plenary, ChannelKind.Plenary, Posture.Distance);
        Assert.Equal("withheld.room", (string?)(await LineAsync(incident))["code"]);

        await app.TakeAsync(app.Incident(version: 3, item: incident.Item) with { Status = "withdrawn" });
        Assert.Equal("withheld.withdrawn", (string?)(await LineAsync(incident))["code"]);
    }

    [Fact]
    public async Task Protection_is_withheld_by_its_floor_and_what_was_not_released_by_its_author()
    {
        var grave = app.Incident() with { Protection = true };
        var own = app.Incident() with { ReleaseTo = ["own-side"] };
        await app.TakeAsync(grave);
        await app.TakeAsync(own);

        Assert.StartsWith("floor.", (string?)(await LineAsync(grave))["code"], StringComparison.Ordinal);
        Assert.Equal("withheld.not-released", (string?)(await LineAsync(own))["code"]);
    }

    [Fact]
    public void Every_reason_to_refuse_every_kind_of_rule_and_every_coarse_class_has_a_sentence()
    {
        foreach (var deny in Enum.GetValues<DenyReason>())
        {
            IsSentence(Explanations.Withheld("ingo", new Decision(Disclosure.Withheld, Disclosure.Withheld, [], deny)));
        }

        foreach (var kind in Enum.GetValues<ReasonKind>())
        {
            IsSentence(Explanations.OfRule(new Reason(kind, "rule", "A sentence.")));
        }

        foreach (var fieldClass in Enum.GetValues<FieldClass>())
        {
            IsSentence(Explanations.Coarse(fieldClass));
        }

        var policy = ShippedPolicies.HumanitarianSpace;
        var rules = Floors.Rules
            .Concat(policy.Grants.Select(grant => new Reason(ReasonKind.Grant, grant.Id, grant.Sentence)))
            .Concat(policy.Withholdings.Select(nothing => new Reason(ReasonKind.Withholding, nothing.Id, nothing.Sentence)));
        foreach (var rule in rules)
        {
            IsSentence(Explanations.OfRule(rule));
        }
    }

    private static void IsSentence(Said said)
    {
        Assert.Matches("^[a-z][a-z.-]*$", said.Code);
        Assert.True(said.Sentence.EndsWith('.') && char.IsUpper(said.Sentence[0]), said.Sentence);
    }

    private async Task<JsonNode> LineAsync(ItemVersioned item) => (await LinesAsync(Exercise.Basma, item)).Single(line => (string?)line["audience"] == Northern);

    private async Task<IEnumerable<JsonNode>> LinesAsync(Participant who, ItemVersioned item) =>
        (await app.GetAsync(who, $"items/{item.Item}/explanation")).Body["others"]!.AsArray().Select(line => line!);
}
