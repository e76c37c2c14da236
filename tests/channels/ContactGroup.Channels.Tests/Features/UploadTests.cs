using System.Net;
using System.Text;
using ContactGroup.Channels.Tests.Fixtures;
using ContactGroup.Contracts;
using ContactGroup.Testing;

namespace ContactGroup.Channels.Tests.Features;

public sealed class UploadTests : TheatreTests
{
    private static readonly byte[] LongText = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("CANARY-OF-THE-FILE ", 2_000)));

    [Fact]
    public async Task To_everybody_but_its_uploader_an_upload_is_absent()
    {
        var upload = await Theatre.UploadAsync(Theatre.Ingo, Theatre.Plenary, Pictures.Jpeg);

        foreach (var other in Theatre.Members.Append(Theatre.Outsider).Where(other => other != Theatre.Ingo))
        {
            var caller = Theatre.As(other);
            Assert.Equal(await caller.GetAsync($"uploads/{Ids.New()}"), await caller.GetAsync($"uploads/{upload}"));
            Assert.Equal(await caller.HeadAsync($"uploads/{Ids.New()}"), await caller.HeadAsync($"uploads/{upload}"));
            Assert.Equal(await caller.PatchAsync($"uploads/{Ids.New()}", 0, [1]), await caller.PatchAsync($"uploads/{upload}", 0, [1]));
            Assert.Equal(await caller.DeleteAsync($"uploads/{Ids.New()}"), await caller.DeleteAsync($"uploads/{upload}"));
        }

        (await Theatre.As(Theatre.Ingo).GetAsync($"uploads/{upload}")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_channel_that_is_not_seen_takes_no_file_and_looks_absent()
    {
        var hidden = await Theatre.BeginAsync(Theatre.North, Theatre.NgoRoom, "a.jpg", "image/jpeg", 10);
        var absent = await Theatre.BeginAsync(Theatre.North, Ids.New(), "a.jpg", "image/jpeg", 10);

        Assert.Equal(absent, hidden);
        hidden.Refuses("CG-2004");
    }

    [Fact]
    public async Task The_same_file_of_two_sides_gives_no_sign()
    {
        var first = await CompleteAsync(Theatre.Ingo);
        var second = await CompleteAsync(Theatre.North);

        Assert.Equal(Masked(first), Masked(second));
        Assert.Equal(3, Directory.GetFiles(Path.Combine(App.DataFolder, "blobs", "attachments")).Length + 1);

        async Task<Answer> CompleteAsync(Person person)
        {
            var upload = (await Theatre.BeginAsync(person, Theatre.Plenary, "map.png", "image/png", Pictures.Png.Length)).Text("upload");
            return (await Theatre.As(person).PatchAsync($"uploads/{upload}", 0, Pictures.Png)).Is(HttpStatusCode.OK);
        }

        static string Masked(Answer answer) => $"{answer.Status} {answer.Headers} {answer.Body}".Replace(answer.Text("upload"), "id", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_comes_in_parts_and_goes_on_where_it_is()
    {
        var ingo = Theatre.As(Theatre.Ingo);
        var upload = (await Theatre.BeginAsync(Theatre.Ingo, Theatre.Plenary, "log.txt", "text/plain", LongText.Length)).Text("upload");

        Assert.Equal(10_000, (int?)(await ingo.PatchAsync($"uploads/{upload}", 0, LongText[..10_000])).Is(HttpStatusCode.OK).Json["offset"]);
        var lost = (await ingo.PatchAsync($"uploads/{upload}", 0, LongText[..10_000])).Refuses("CG-6001");
        Assert.Contains("Upload-Offset: 10000", lost.Headers, StringComparison.Ordinal);
        Assert.Contains("Upload-Offset: 10000", (await ingo.HeadAsync($"uploads/{upload}")).Headers, StringComparison.Ordinal);
        var done = (await ingo.PatchAsync($"uploads/{upload}", 10_000, LongText[10_000..])).Is(HttpStatusCode.OK);

        Assert.Equal((true, true), ((bool?)done.Json["complete"], (bool?)done.Json["crosses"]));
        Assert.Empty(Directory.GetFiles(Path.Combine(App.DataFolder, "blobs", "parts")));
    }

    [Fact]
    public async Task No_file_on_disk_holds_what_was_uploaded_whole_or_in_part()
    {
        await Theatre.UploadAsync(Theatre.Ingo, Theatre.Plenary, LongText, "log.txt", "text/plain");
        var upload = (await Theatre.BeginAsync(Theatre.Ingo, Theatre.Plenary, "log.txt", "text/plain", LongText.Length)).Text("upload");
        await Theatre.As(Theatre.Ingo).PatchAsync($"uploads/{upload}", 0, LongText[..10_000]);

        var files = Directory.GetFiles(App.DataFolder, "*", SearchOption.AllDirectories);

        Assert.Contains(files, file => file.Contains("parts", StringComparison.Ordinal));
        Assert.All(files, file => Assert.DoesNotContain("CANARY-OF-THE-FILE", Read(file), StringComparison.Ordinal));

        static string Read(string path)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.Latin1);
            return reader.ReadToEnd();
        }
    }

    [Theory]
    [InlineData("a.exe", "application/x-msdownload", 10, "mediaType")]
    [InlineData("a.exe", "image/jpeg", 10, "name")]
    [InlineData("..\\a.jpg", "image/jpeg", 10, "name")]
    [InlineData("a/b.jpg", "image/jpeg", 10, "name")]
    [InlineData("a\u202Egpj.jpg", "image/jpeg", 10, "name")]
    [InlineData(".jpg", "image/jpeg", 10, "name")]
    [InlineData("a.jpg", "image/jpeg", 0, "size")]
    [InlineData("a.jpg", "image/jpeg", 10_485_761, "size")]
    [InlineData("a.csv", "text/csv", 2_097_153, "size")]
    public async Task What_is_not_taken_is_told_by_its_field(string name, string mediaType, long size, string field) =>
        (await Theatre.BeginAsync(Theatre.Ingo, Theatre.Plenary, name, mediaType, size)).Refuses("CG-1002", field);

    [Fact]
    public async Task A_file_that_is_not_what_it_says_is_refused_and_gone()
    {
        var upload = (await Theatre.BeginAsync(Theatre.Ingo, Theatre.Plenary, "a.jpg", "image/jpeg", Pictures.Png.Length)).Text("upload");

        (await Theatre.As(Theatre.Ingo).PatchAsync($"uploads/{upload}", 0, Pictures.Png)).Refuses("CG-6002", "body");

        (await Theatre.As(Theatre.Ingo).GetAsync($"uploads/{upload}")).Refuses("CG-2004");
        Assert.Empty(Directory.GetFiles(Path.Combine(App.DataFolder, "blobs"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task More_than_was_said_is_refused_and_so_are_crumbs()
    {
        var upload = (await Theatre.BeginAsync(Theatre.Ingo, Theatre.Plenary, "a.txt", "text/plain", 20_000)).Text("upload");
        var ingo = Theatre.As(Theatre.Ingo);

        (await ingo.PatchAsync($"uploads/{upload}", 0, LongText[..20_001])).Refuses("CG-1002", "body");
        (await ingo.PatchAsync($"uploads/{upload}", 0, LongText[..4_095])).Refuses("CG-1002", "body");
        (await ingo.SendAsync(HttpMethod.Patch, $"uploads/{upload}", new ByteArrayContent(LongText[..5_000]), null)).Refuses("CG-1002", "Upload-Offset");

        Assert.Equal(0, (int?)(await ingo.GetAsync($"uploads/{upload}")).Json["offset"]);
        Assert.Empty(Directory.GetFiles(Path.Combine(App.DataFolder, "blobs", "parts")));
    }

    [Fact]
    public async Task What_waits_is_bounded_per_person_and_tells_nobody_else()
    {
        for (var count = 0; count < 5; count++)
        {
            (await Theatre.BeginAsync(Theatre.Ingo, Theatre.Plenary, "a.jpg", "image/jpeg", 10_000_000)).Is(HttpStatusCode.Created);
        }

        (await Theatre.BeginAsync(Theatre.Ingo, Theatre.Plenary, "a.jpg", "image/jpeg", 10_000_000)).Refuses("CG-6003");
        (await Theatre.BeginAsync(Theatre.Nngo, Theatre.Plenary, "a.jpg", "image/jpeg", 10_000_000)).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_same_command_begins_one_upload()
    {
        var key = Ids.New();

        var first = await Theatre.BeginAsync(Theatre.Ingo, Theatre.Plenary, "a.txt", "text/plain", 100, key);
        var second = await Theatre.BeginAsync(Theatre.Ingo, Theatre.Plenary, "a.txt", "text/plain", 100, key);

        Assert.Equal(first.Text("upload"), second.Text("upload"));
    }

    [Fact]
    public async Task A_removed_member_has_no_upload_any_more()
    {
        var upload = await Theatre.UploadAsync(Theatre.Ingo, Theatre.Plenary, Pictures.Jpeg);

        await Theatre.RemoveAsync(Theatre.Ingo);

        (await Theatre.As(Theatre.Ingo).GetAsync($"uploads/{upload}")).Refuses("CG-2004");
    }

    [Fact]
    public async Task An_upload_that_nobody_attaches_goes_after_a_day_with_its_file()
    {
        var whole = await Theatre.UploadAsync(Theatre.Ingo, Theatre.Plenary, Pictures.Jpeg);
        var half = (await Theatre.BeginAsync(Theatre.Ingo, Theatre.Plenary, "a.txt", "text/plain", 20_000)).Text("upload");
        await Theatre.As(Theatre.Ingo).PatchAsync($"uploads/{half}", 0, LongText[..10_000]);
        App.Clock.Advance(TimeSpan.FromHours(23));
        await App.SweepAsync();
        (await Theatre.As(Theatre.Ingo).GetAsync($"uploads/{whole}")).Is(HttpStatusCode.OK);

        App.Clock.Advance(TimeSpan.FromHours(2));
        await App.SweepAsync();

        (await Theatre.As(Theatre.Ingo).GetAsync($"uploads/{whole}")).Refuses("CG-2004");
        (await Theatre.As(Theatre.Ingo).GetAsync($"uploads/{half}")).Refuses("CG-2004");
        Assert.Empty(Directory.GetFiles(Path.Combine(App.DataFolder, "blobs"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_upload_can_be_taken_back()
    {
        var upload = await Theatre.UploadAsync(Theatre.Ingo, Theatre.Plenary, Pictures.Jpeg);

        (await Theatre.As(Theatre.Ingo).DeleteAsync($"uploads/{upload}")).Is(HttpStatusCode.NoContent);

        (await Theatre.As(Theatre.Ingo).GetAsync($"uploads/{upload}")).Refuses("CG-2004");
        Assert.Empty(Directory.GetFiles(Path.Combine(App.DataFolder, "blobs"), "*", SearchOption.AllDirectories));
    }
}
