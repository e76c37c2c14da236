using System.Net;
using System.Text;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Contracts.Items;

namespace ContactGroup.Channels.Tests.Features;

/// <summary>The words of a file are looked over before it is kept, and so is its name.</summary>
public sealed class TextInFilesTests : TheatreTests
{
    [Theory]
    [InlineData("plan.txt", "text/plain")]
    [InlineData("plan.csv", "text/csv")]
    public async Task A_marked_text_is_refused_as_a_marked_message_is_and_nothing_of_it_is_kept(string name, string mediaType)
    {
        var file = Encoding.UTF8.GetBytes("First line\nA MARKING\n");
        var upload = (await Theatre.BeginAsync(Theatre.Ingo, Theatre.Plenary, name, mediaType, file.Length)).Text("upload");

        (await Theatre.As(Theatre.Ingo).PatchAsync($"uploads/{upload}", 0, file)).Refuses("CG-4040", "body");

        (await Theatre.As(Theatre.Ingo).GetAsync($"uploads/{upload}")).Refuses("CG-2004");
        Assert.Empty(Directory.GetFiles(Path.Combine(App.DataFolder, "blobs"), "*", SearchOption.AllDirectories));
        Assert.Equal(0, await App.OnStoreAsync<long>("SELECT (SELECT count(*) FROM uploads) + (SELECT count(*) FROM upload_parts)"));
    }

    [Theory]
    [InlineData("A MARKING.jpg")]
    [InlineData("A_MARKING.jpg")]
    public async Task A_marked_name_is_refused_and_no_upload_begins(string name)
    {
        (await Theatre.BeginAsync(Theatre.Ingo, Theatre.Plenary, name, "image/jpeg", 100)).Refuses("CG-4040", "name");

        Assert.Equal(0, await App.OnStoreAsync<long>("SELECT count(*) FROM uploads"));
    }

    [Fact]
    public async Task What_was_found_is_told_to_the_uploader_and_goes_with_the_fact()
    {
        var file = Encoding.UTF8.GetBytes("Call A TELEPHONE.");
        var upload = (await Theatre.BeginAsync(Theatre.Ingo, Theatre.Plenary, "calls.txt", "text/plain", file.Length)).Text("upload");

        var done = (await Theatre.As(Theatre.Ingo).PatchAsync($"uploads/{upload}", 0, file)).Is(HttpStatusCode.OK);

        Assert.Equal(["phone"], Kinds(done));
        Assert.Equal(["phone"], Kinds(await Theatre.As(Theatre.Ingo).GetAsync($"uploads/{upload}")));
        (await Theatre.As(Theatre.Ingo).PostAsync($"channels/{Theatre.Plenary}/messages", new { text = "See the file.", attachments = new[] { upload } })).Is(HttpStatusCode.Accepted);
        var fact = (await App.PublishedAsync<ItemVersioned>())[^1].Fact;
        Assert.Equal(["phone"], Assert.Single(AttachedFile.Of(fact.Content)).Findings);
    }

    [Fact]
    public async Task A_file_of_which_nothing_is_to_be_told_says_nothing()
    {
        var upload = await Theatre.UploadAsync(Theatre.Ingo, Theatre.Plenary, Encoding.UTF8.GetBytes("All quiet."), "a.txt", "text/plain");

        Assert.Null((await Theatre.As(Theatre.Ingo).GetAsync($"uploads/{upload}")).Json["findings"]);
    }

    private static IEnumerable<string> Kinds(Answer answer) => answer.Json["findings"]!.AsArray().Select(kind => (string)kind!);
}
