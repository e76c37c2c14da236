using ContactGroup.Contracts;

namespace ContactGroup.Incidents.Tests.Features;

/// <summary>The same thing said twice is one thing: by idempotency key, and by the reference of the system it was copied from.</summary>
public sealed class RepetitionTests(IncidentsApp app) : IClassFixture<IncidentsApp>
{
    private readonly string channel = app.Channels.Open();

    [Fact]
    public async Task The_same_key_and_body_get_the_same_receipt_and_store_nothing()
    {
        var key = Ids.New();
        var first = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(), key);
        var stored = await app.StoredAsync();

        var again = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(), key);

        Assert.Equal(202, again.Status);
        Assert.Equal(first.Text, again.Text);
        Assert.Equal(stored, await app.StoredAsync());
    }

    [Fact]
    public async Task The_same_key_with_another_body_or_channel_is_a_conflict()
    {
        var key = Ids.New();
        await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(), key);
        var stored = await app.StoredAsync();

        var otherBody = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(("title", "Another")), key);
        var otherChannel = await app.PostAsync(People.Ngo, $"channels/{app.Channels.Open()}/reports", Reports.Good(), key);

        Assert.Equal((422, "CG-1006"), (otherBody.Status, otherBody.Code));
        Assert.Equal((422, "CG-1006"), (otherChannel.Status, otherChannel.Code));
        Assert.Equal(stored, await app.StoredAsync());
    }

    [Fact]
    public async Task The_same_key_of_another_person_is_another_key()
    {
        var key = Ids.New();
        var first = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(), key);

        var other = await app.PostAsync(People.OtherNgo, $"channels/{channel}/reports", Reports.Good(), key);

        Assert.Equal(202, other.Status);
        Assert.NotEqual(first.Item, other.Item);
    }

    [Fact]
    public async Task The_same_source_reference_gets_the_receipt_of_the_first_time()
    {
        var reference = new { system = "incident-log", id = Ids.New() };
        var first = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(("sourceReference", reference)));
        var before = await app.StoredAsync();

        var again = await app.PostAsync(
            People.Colleague, $"channels/{channel}/reports", Reports.Good(("sourceReference", reference), ("title", "Written again")));
        var after = await app.StoredAsync();

        Assert.Equal(202, again.Status);
        Assert.Equal(first.Item, again.Item);
        Assert.Equal(first.Body["reference"]!.ToJsonString(), again.Body["reference"]!.ToJsonString());
        Assert.True(again.Body["existing"]!.GetValue<bool>());
        Assert.Equal((before.Incidents, before.Versions, before.References), (after.Incidents, after.Versions, after.References));
    }

    [Fact]
    public async Task Another_organisation_with_the_same_source_reference_learns_nothing()
    {
        var reference = new { system = "incident-log", id = Ids.New() };
        var first = await app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(("sourceReference", reference)));

        var other = await app.PostAsync(People.OtherNgo, $"channels/{channel}/reports", Reports.Good(("sourceReference", reference)));

        Assert.Equal(first.Status, other.Status);
        Assert.Equal(first.Body.Select(field => field.Key), other.Body.Select(field => field.Key));
        Assert.NotEqual(first.Item, other.Item);
    }

    [Fact]
    public async Task A_hundred_reports_at_once_with_one_reference_make_one_report()
    {
        var reference = new { system = "incident-log", id = Ids.New() };
        var before = await app.StoredAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100)
            .Select(_ => app.PostAsync(People.Ngo, $"channels/{channel}/reports", Reports.Good(("sourceReference", reference)))));

        Assert.All(answers, answer => Assert.Equal(202, answer.Status));
        Assert.Single(answers.Select(answer => answer.Item).Distinct(StringComparer.Ordinal));
        Assert.Equal(before.Incidents + 1, (await app.StoredAsync()).Incidents);
    }
}
