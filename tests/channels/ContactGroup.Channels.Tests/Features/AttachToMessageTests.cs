using System.Net;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Items;
using ContactGroup.Testing;

namespace ContactGroup.Channels.Tests.Features;

public sealed class AttachToMessageTests : TheatreTests
{
    [Fact]
    public async Task The_fact_says_what_the_file_is_and_where_its_bytes_lie()
    {
        var upload = await Theatre.UploadAsync(Theatre.Ingo, Theatre.Plenary, Pictures.Jpeg, "جسر.jpg");

        var item = (await PostAsync(Theatre.Ingo, upload)).Is(HttpStatusCode.Accepted).Item;

        var file = Assert.Single(AttachedFile.Of((await LatestAsync(item)).Content));
        Assert.Equal((upload, "جسر.jpg", "image/jpeg", "jpg", null), (file.Id, file.Name, file.MediaType, file.Extension, file.Stays));
        Assert.True(File.Exists(Path.Combine(App.DataFolder, "blobs", "attachments", file.Blob)));
        Assert.NotEqual(upload, file.Blob);
    }

    [Fact]
    public async Task A_document_says_that_it_stays_and_why()
    {
        byte[] pdf = [.. "%PDF-1.7\n%%EOF\n"u8];
        var upload = await Theatre.UploadAsync(Theatre.Ingo, Theatre.Plenary, pdf, "plan.pdf", "application/pdf");

        var status = await Theatre.As(Theatre.Ingo).GetAsync($"uploads/{upload}");

        Assert.False((bool?)status.Json["crosses"]);
        Assert.Contains("stays on your side", status.Text("stays"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_of_another_channel_or_not_whole_is_refused_like_one_that_never_was()
    {
        var anothers = await Theatre.UploadAsync(Theatre.Nngo, Theatre.Plenary, Pictures.Jpeg);
        var elsewhere = await Theatre.UploadAsync(Theatre.Ingo, Theatre.NgoRoom, Pictures.Jpeg);
        var half = (await Theatre.BeginAsync(Theatre.Ingo, Theatre.Plenary, "a.jpg", "image/jpeg", 10_000)).Text("upload");
        var absent = (await PostAsync(Theatre.Ingo, Ids.New())).Refuses("CG-1002", "attachments");

        Assert.Equal(absent, await PostAsync(Theatre.Ingo, anothers));
        Assert.Equal(absent, await PostAsync(Theatre.Ingo, elsewhere));
        Assert.Equal(absent, await PostAsync(Theatre.Ingo, half));
        Assert.Equal(absent, await PostAsync(Theatre.Ingo, "../secret"));
    }

    [Fact]
    public async Task A_file_is_attached_once_and_a_repeated_command_gets_the_same_answer()
    {
        var upload = await Theatre.UploadAsync(Theatre.Ingo, Theatre.Plenary, Pictures.Jpeg);
        var key = Ids.New();

        var first = (await PostAsync(Theatre.Ingo, upload, key)).Is(HttpStatusCode.Accepted);
        var again = (await PostAsync(Theatre.Ingo, upload, key)).Is(HttpStatusCode.Accepted);

        Assert.Equal(first.Item, again.Item);
        (await PostAsync(Theatre.Ingo, upload)).Refuses("CG-1002", "attachments");
        (await Theatre.As(Theatre.Ingo).DeleteAsync($"uploads/{upload}")).Refuses("CG-2004");
    }

    [Fact]
    public async Task An_edit_keeps_files_unless_it_names_others()
    {
        var (one, two) = (await Theatre.UploadAsync(Theatre.Ingo, Theatre.Plenary, Pictures.Jpeg), await Theatre.UploadAsync(Theatre.Ingo, Theatre.Plenary, Pictures.Png, "a.png", "image/png"));
        var item = (await PostAsync(Theatre.Ingo, one)).Item;
        var ingo = Theatre.As(Theatre.Ingo);

        (await ingo.PostAsync($"items/{item}/edit", new { text = "Other words" })).Is(HttpStatusCode.Accepted);
        Assert.Equal([one], await FilesAsync());
        (await ingo.PostAsync($"items/{item}/edit", new { text = "Both", attachments = new[] { two, one } })).Is(HttpStatusCode.Accepted);
        Assert.Equal([two, one], await FilesAsync());
        (await ingo.PostAsync($"items/{item}/edit", new { text = "None", attachments = Array.Empty<string>() })).Is(HttpStatusCode.Accepted);
        Assert.Empty(await FilesAsync());
        (await ingo.PostAsync($"items/{item}/edit", new { text = "Again", attachments = new[] { Ids.New() } })).Refuses("CG-1002", "attachments");

        async Task<IEnumerable<string>> FilesAsync() => AttachedFile.Of((await LatestAsync(item)).Content).Select(file => file.Id);
    }

    [Fact]
    public async Task More_files_than_an_item_may_carry_are_refused_and_so_is_one_twice()
    {
        var upload = await Theatre.UploadAsync(Theatre.Ingo, Theatre.Plenary, Pictures.Jpeg);
        var ingo = Theatre.As(Theatre.Ingo);

        (await ingo.PostAsync($"channels/{Theatre.Plenary}/messages", new { text = "t", attachments = Enumerable.Range(0, 6).Select(_ => Ids.New()) })).Refuses("CG-1002", "attachments");
        (await ingo.PostAsync($"channels/{Theatre.Plenary}/messages", new { text = "t", attachments = new[] { upload, upload } })).Refuses("CG-1002", "attachments");
    }

    private Task<Answer> PostAsync(Person person, string upload, string? key = null) =>
        Theatre.As(person).PostAsync($"channels/{Theatre.Plenary}/messages", new { text = "See the picture", attachments = new[] { upload } }, key);

    private async Task<ItemVersioned> LatestAsync(string item) => (await App.PublishedAsync<ItemVersioned>()).Last(fact => fact.Fact.Item == item).Fact;
}
