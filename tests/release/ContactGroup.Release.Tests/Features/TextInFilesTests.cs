using System.Text.Json.Nodes;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Release.Tests.Features;

/// <summary>What the text of a file holds is told to its author and to who looks at it, and to nobody else.</summary>
public sealed class TextInFilesTests(ReleaseApp app) : IClassFixture<ReleaseApp>
{
    [Fact]
    public async Task Whoever_gets_the_file_reads_nothing_of_what_was_found_in_it()
    {
        var item = await PostAsync();
        foreach (var review in (await app.ReviewsAsync()).Where(review => (string?)review["item"] == item.Item))
        {
            Assert.Equal(204, (await app.ReleaseAsync(Exercise.Olena, review)).Status);
        }

        foreach (var reader in (Hosting.Authentication.Participant[])[Exercise.North, Exercise.Chidi, Exercise.Basma, Exercise.Amal])
        {
            var seen = await app.GetAsync(reader, $"items/{item.Item}");

            Assert.NotNull(seen.Body["fields"]!["attachments"]);
            Assert.DoesNotContain("phone", seen.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("findings", seen.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Its_author_is_told_before_sending_when_it_would_cross_and_not_when_it_stays()
    {
        var file = await TextAsync();
        app.Uploads.Give(Exercise.Amal.PersonId, file);

        Assert.Equal([("attachments", "phone", "calls.txt")], Findings(await PreviewAsync("all")));
        Assert.Empty(Findings(await PreviewAsync("own-side")));

        async Task<JsonNode> PreviewAsync(string releaseTo) => (await app.PostAsync(Exercise.Amal, "preview", new
        {
            channel = app.Plenary,
            kind = "message",
            content = new { text = "See the file.", attachments = new[] { file.Id } },
            releaseTo = new[] { releaseTo },
        })).Body;
    }

    [Fact]
    public async Task A_coordinator_is_told_under_the_name_that_the_other_side_would_see()
    {
        var item = await PostAsync();

        var review = (await app.ReviewsAsync()).First(review => (string?)review["item"] == item.Item);

        Assert.Equal([("attachments", "phone", "attachment-1.txt")], Findings(review));
    }

    private Task<AttachedFile> TextAsync() => app.FileAsync("+963 944 123 456"u8.ToArray(), "calls.txt", "text/plain", null, "phone");

    private async Task<ItemVersioned> PostAsync()
    {
        var item = app.Message(Exercise.Amal, "See the file.", ["all"]);
        AttachedFile.Write(item.Content, [await TextAsync()]);
        await app.TakeAsync(item);
        return item;
    }

    private static IEnumerable<(string?, string?, string?)> Findings(JsonNode answer) =>
        answer["findings"]!.AsArray().Select(found => ((string?)found!["field"], (string?)found["kind"], (string?)found["file"]));
}
