using System.Net;
using System.Text.Json.Nodes;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;
using ContactGroup.Contracts.Release;

namespace ContactGroup.Channels.Tests.Features;

/// <summary>What release has against a draft is heard before anything is stored.</summary>
public sealed class DraftGateTests : TheatreTests
{
    private static readonly DraftVerdict Nothing = new([], Wider: null);
    private static readonly DraftVerdict Marked = new(["text"], Wider: null);
    private static readonly DraftVerdict Wider = new([], new WiderAudience([new JsonObject { ["audience"] = "side:political" }], "sealed"));

    [Fact]
    public async Task A_wider_audience_is_answered_and_nothing_is_stored()
    {
        App.DraftGate.Verdict = Wider;

        var answer = (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary)).Is(HttpStatusCode.Conflict);

        Assert.Equal("CG-3020", answer.Text("code"));
        Assert.Equal("sealed", answer.Text("fingerprint"));
        Assert.Equal("side:political", (string?)answer.Json["views"]![0]!["audience"]);
        Assert.Empty(await App.PublishedAsync<ItemVersioned>());
    }

    [Fact]
    public async Task The_same_key_works_for_what_was_confirmed_and_again_after_it()
    {
        var key = Ids.New();
        App.DraftGate.Verdict = Wider;
        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary, key: key)).Is(HttpStatusCode.Conflict);

        App.DraftGate.Verdict = Nothing;
        var confirmed = (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary, key: key)).Is(HttpStatusCode.Accepted);
        App.DraftGate.Verdict = Wider;
        var repeat = (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary, key: key)).Is(HttpStatusCode.Accepted);

        Assert.Equal(confirmed.Item, repeat.Item);
    }

    [Fact]
    public async Task A_marked_text_is_refused_by_its_field_and_not_stored()
    {
        App.DraftGate.Verdict = Marked;

        var answer = (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.Plenary)).Is(HttpStatusCode.UnprocessableEntity);

        Assert.Equal("CG-4040", answer.Text("code"));
        Assert.NotNull(answer.Json["errors"]!["text"]);
        Assert.Equal(0, await App.OnStoreAsync<long>("SELECT count(*) FROM message_versions", new { }));
    }

    [Fact]
    public async Task A_channel_that_is_not_the_persons_stays_absent_whatever_release_says()
    {
        App.DraftGate.Verdict = Wider;

        (await Theatre.TryPostAsync(Theatre.Ingo, Theatre.NorthDesk)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_edit_is_asked_about_too()
    {
        var item = await Theatre.PostAsync(Theatre.Ingo, Theatre.Plenary);
        App.DraftGate.Verdict = Marked;

        var answer = await Theatre.As(Theatre.Ingo).PostAsync($"items/{item}/edit", new { text = "Other" });

        Assert.Equal("CG-4040", answer.Is(HttpStatusCode.UnprocessableEntity).Text("code"));
    }
}
