using Microsoft.Data.Sqlite;

namespace ContactGroup.Architecture.Tests.Canaries;

/// <summary>Invariants 1, 4 and 6: a word from every field of every kind, looked for in everything an observer can get and in every place that keeps no content.</summary>
[Collection(StandaloneCollection.Name)]
public sealed class CanaryTests(RunningStandalone app)
{
    [Fact]
    public async Task Another_force_gets_not_a_word() => Assert.Empty(await ObserveAsync("rafiq", _ => true));

    [Fact]
    public async Task The_host_authority_gets_not_a_word() => Assert.Empty(await ObserveAsync("hana", _ => true));

    [Fact]
    public async Task The_administrator_gets_not_a_word() => Assert.Empty(await ObserveAsync("admin", _ => true));

    [Fact]
    public async Task The_force_that_is_named_gets_the_words_released_to_it_and_no_other() =>
        Assert.Empty(await ObserveAsync("okan", place => !CanaryWorld.ForNamedForce.Contains(place) && !place.StartsWith("force.", StringComparison.Ordinal)));

    [Fact]
    public async Task The_humanitarian_side_gets_not_a_word_of_what_a_force_says_for_itself() =>
        Assert.Empty(await ObserveAsync("jonas", CanaryWorld.OfForceAlone.Contains));

    [Fact]
    public async Task Coordination_gets_not_a_word_of_what_a_force_says_for_itself() =>
        Assert.Empty(await ObserveAsync("ines", CanaryWorld.OfForceAlone.Contains));

    [Fact]
    public async Task An_organisation_of_the_same_side_that_is_not_in_the_group_gets_not_a_word()
    {
        var world = await CanaryWorld.PlayedAsync(app);
        var observer = new Observer(app, await app.JoinAsync("Outside Relief", "ingo"));

        await observer.AskForEverythingAsync(world);

        AssertAsked(observer);
        Assert.Empty(world.Words.FoundIn(observer.Answers));
    }

    [Fact]
    public async Task What_the_named_force_may_have_it_gets_so_the_search_finds_what_is_there()
    {
        var world = await CanaryWorld.PlayAsync(app);
        var observer = new Observer(app, await app.AsAsync("okan"));
        await using var ear = await LiveEar.ListenAsync(observer.Person, await observer.StreamsAsync());

        await observer.AskForEverythingAsync(world);
        await ear.HearsAsync(world.Report);

        foreach (var heard in (IReadOnlyList<string>[])[observer.Answers, [ear.Heard]])
        {
            var found = world.Words.FoundIn(heard, CanaryWorld.ForNamedForce.Contains).Select(line => line.Split(' ')[0]).Distinct().Order();
            Assert.Equal(CanaryWorld.ForNamedForce.Order(), found);
        }
    }

    /// <summary>But for the name of a field that nobody knows: errors name the field, and it goes to nobody but who sent it.</summary>
    [Fact]
    public async Task No_answer_to_a_writer_repeats_what_was_written()
    {
        var world = await CanaryWorld.PlayedAsync(app);

        Assert.NotEmpty(world.Answers);
        Assert.Empty(world.Words.FoundIn(world.Answers, place => place != "bad.name"));
    }

    public static TheoryData<string> Places => [.. Sinks.All.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Not_a_word_in(string sink)
    {
        var world = await CanaryWorld.PlayedAsync(app);

        Assert.Empty(world.Words.FoundIn(Sinks.All[sink](app)));
    }

    [Fact]
    public async Task Not_a_word_in_the_store_of_a_service_that_does_not_own_it()
    {
        var world = await CanaryWorld.PlayedAsync(app);

        Assert.NotEmpty(world.Words.FoundIn(Sinks.Store(app, "channels"), place => place == "message.text"));
        Assert.NotEmpty(world.Words.FoundIn(Sinks.Store(app, "incidents"), place => place == "incident.title"));
        Assert.Empty(world.Words.FoundIn(Sinks.Store(app, "channels"), place => place.Split('.')[0] is "incident" or "movement" or "site" or "access" or "returned" or "review" or "draft" or "search"));
        Assert.Empty(world.Words.FoundIn(Sinks.Store(app, "incidents"), place => place.Split('.')[0] is not ("incident" or "returned")));
        Assert.NotEmpty(world.Words.FoundIn(Sinks.Store(app, "movements"), place => place == "movement.notes"));
        Assert.NotEmpty(world.Words.FoundIn(Sinks.Store(app, "access"), place => place == "access.negotiation"));
        Assert.Empty(world.Words.FoundIn(Sinks.Store(app, "access"), place => place.Split('.')[0] is not "access"));
        Assert.Empty(world.Words.FoundIn(Sinks.Store(app, "movements"), place => place.Split('.')[0] is not ("movement" or "site") && !place.StartsWith("force.advisory", StringComparison.Ordinal) && place is not "force.concern"));
        Assert.NotEmpty(world.Words.FoundIn(Sinks.Store(app, "movements"), place => place == "force.concern"));
        Assert.Empty(world.Words.FoundIn(Sinks.Store(app, "release"), place => place == "force.concern"));
        Assert.Empty(world.Words.FoundIn(Sinks.Store(app, "identity")));
        Assert.Empty(world.Words.FoundIn(Sinks.Store(app, "release"), place => place.Split('.')[0] is "draft" or "search" or "bad"));
    }

    /// <summary>The organisation that wrote it keeps it whole, and may search for it.</summary>
    [Fact]
    public async Task What_was_withdrawn_is_held_by_no_audience_and_found_by_no_search_of_theirs()
    {
        var world = await CanaryWorld.PlayedAsync(app);
        var word = world.Words.Places.Single(pair => pair.Value == "message.withdrawn").Key;
        using var store = new SqliteConnection($"Data Source={Path.Combine(app.DataFolder, "release.db")};Mode=ReadOnly;Pooling=False");
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM held_text t JOIN held_words w ON w.id = t.rowid JOIN streams s ON s.stream = w.stream WHERE s.scope <> 2 AND t.body LIKE '%' || $word || '%'";
        command.Parameters.AddWithValue("$word", word);

        var jonas = await app.AsAsync("jonas");
        await jonas.SeeAsync($"/api/release/items?q={word}", page => page["items"]!.AsArray().Count == 0);

        Assert.Equal(0L, command.ExecuteScalar());
    }

    /// <summary>What a person of the exercise can get: every answer with its headers and every live frame, foreign streams included.</summary>
    private async Task<IReadOnlyList<string>> ObserveAsync(string account, Func<string, bool> forbidden)
    {
        var observer = new Observer(app, await app.AsAsync(account));
        var amal = new Observer(app, await app.AsAsync("amal"));
        var own = account == "admin" ? [] : await observer.StreamsAsync();
        await using var ear = await LiveEar.ListenAsync(observer.Person, [.. own, .. (await amal.StreamsAsync()).Select(foreign => foreign with { Cursor = own.Count > 0 ? own[0].Cursor : foreign.Cursor })]);

        var world = await CanaryWorld.PlayAsync(app);
        await observer.AskForEverythingAsync(world);
        await EndOfLineAsync(ear, account);

        AssertAsked(observer);
        return world.Words.FoundIn([.. observer.Answers, ear.Heard], forbidden);
    }

    /// <summary>What was said before the last word has arrived when the last word has.</summary>
    private async Task EndOfLineAsync(LiveEar ear, string account)
    {
        if (account == "admin")
        {
            return;
        }

        var ines = await app.AsAsync("ines");
        var last = $"last{Contracts.Ids.New()}";
        await ines.DoAsync($"/api/channels/channels/{await ines.ChannelAsync("Notices")}/messages", new System.Text.Json.Nodes.JsonObject { ["text"] = last, ["releaseTo"] = new System.Text.Json.Nodes.JsonArray("all") });
        await ear.HearsAsync(last);
    }

    private static void AssertAsked(Observer observer)
    {
        Assert.True(observer.Answers.Count > 100, "every address is asked");
        Assert.DoesNotContain(observer.Answers, answer => answer.Contains("| 429 ", StringComparison.Ordinal));
    }
}
