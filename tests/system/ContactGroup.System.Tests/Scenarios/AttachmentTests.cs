using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ContactGroup.Client;
using ContactGroup.Testing;

namespace ContactGroup.System.Tests.Scenarios;

/// <summary>Files from one side to the other, through the client, over processes that are killed.</summary>
public sealed class AttachmentTests
{
    [Fact]
    public async Task A_picture_with_its_place_reaches_a_force_without_it_and_only_after_review()
    {
        using var folder = new TemporaryFolder();
        using var process = await LaidOutExercise.One.StartAsync(folder.Path);
        var amal = await SignInAsync(process, "amal");
        var okan = await SignInAsync(process, "okan");
        var ines = await SignInAsync(process, "ines");
        var plenary = await amal.ChannelAsync("Plenary");

        var upload = await amal.Client.UploadAsync(plenary, "clinic at dawn.jpg", "image/jpeg", new MemoryStream(Pictures.Jpeg));
        var item = (await amal.Client.PostAsync(plenary, new MessageDraft("EXERCISE. The bridge.", ReleaseTo: ["all"], Attachments: [upload.Upload]))).Item;
        var reviews = await ines.ReviewsOfAsync(item);
        Assert.Equal(ErrorCodes.NotFound, await okan.LooksForAsync(item));
        foreach (var review in reviews)
        {
            await ines.Client.Coordination.ReleaseAsync(review);
        }

        var seen = Assert.Single((await okan.SeesAsync(item)).Files);
        var bytes = new MemoryStream();
        await okan.Client.DownloadAsync(seen.Blob!, bytes);
        Assert.Equal("attachment-1.jpg", seen.Name);
        Assert.False(Pictures.TellsTales(bytes.ToArray()));
        Assert.Equal(seen.Size, bytes.Length);
    }

    [Fact]
    public async Task A_marked_text_is_no_way_in_as_a_file_and_a_telephone_number_in_one_is_told_before_sending()
    {
        using var folder = new TemporaryFolder();
        using var process = await LaidOutExercise.One.StartAsync(folder.Path);
        var amal = await SignInAsync(process, "amal");
        var plenary = await amal.ChannelAsync("Plenary");

        var refused = await Assert.ThrowsAsync<ContactGroupException>(() => UploadAsync("First line\nNATO SECRET\nLast line\n"));
        var upload = await UploadAsync("Call +963 944 123 456.\n");
        var preview = await amal.Client.PreviewAsync(new PreviewDraft(
            plenary, "message", new JsonObject { ["text"] = "EXERCISE. See the file.", ["attachments"] = new JsonArray(upload.Upload) }, ReleaseTo: ["all"]));

        Assert.Equal("CG-4040", refused.Code);
        Assert.Equal(["phone"], upload.Findings!);
        Assert.Equal(("attachments", "phone", "calls.txt"), Assert.Single(preview.Findings!) is var found ? (found.Field, found.Kind, found.File) : default);

        Task<UploadStatus> UploadAsync(string text) =>
            amal.Client.UploadAsync(plenary, "calls.txt", "text/plain", new MemoryStream(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public async Task An_upload_goes_on_after_a_kill_between_two_parts_and_nothing_readable_lay_on_disk()
    {
        using var folder = new TemporaryFolder();
        var file = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40_000).Select(line => $"CANARY-LINE {line}\n")));
        var key = IdempotencyKey.New();
        using (var first = await LaidOutExercise.One.StartAsync(folder.Path))
        {
            var amal = await SignInAsync(first, "amal");
            var plenary = await amal.ChannelAsync("Plenary");
            var dying = new KillAt(first, 300_000);
            await Assert.ThrowsAsync<ContactGroupException>(
                () => amal.Client.UploadAsync(plenary, "log.txt", "text/plain", new MemoryStream(file), key, dying));
            await first.KillAsync();
        }

        Assert.All(FilesOf(folder), content => Assert.DoesNotContain("CANARY-LINE", content, StringComparison.Ordinal));
        using var second = await StandaloneProcess.StartExerciseAsync(folder.Path);
        var again = await SignInAsync(second, "amal");
        var channel = await again.ChannelAsync("Plenary");
        var steps = new Steps();
        var done = await again.Client.UploadAsync(channel, "log.txt", "text/plain", new MemoryStream(file), key, steps);
        Assert.InRange(steps.First, 262_144, file.Length - 1);
        var item = (await again.Client.PostAsync(channel, new MessageDraft("EXERCISE. The log.", Attachments: [done.Upload]))).Item;

        var jonas = await SignInAsync(second, "jonas");
        var attached = Assert.Single((await jonas.SeesAsync(item)).Files);
        var bytes = new MemoryStream();
        await jonas.Client.DownloadAsync(attached.Blob!, bytes);
        Assert.Equal(SHA256.HashData(file), SHA256.HashData(bytes.ToArray()));
        Assert.All(FilesOf(folder), content => Assert.DoesNotContain("CANARY-LINE", content, StringComparison.Ordinal));
    }

    private static async Task<Participant> SignInAsync(StandaloneProcess process, string account)
    {
        var http = new HttpClient();
        var client = new ContactGroupClient(http, new ContactGroupClientOptions { Address = process.Address, RetryAttempts = 1, RetryWindow = TimeSpan.FromSeconds(1) });
        return new Participant(client, http, process.Address, await client.SignInAsync(account, process.Password));
    }

    private static IEnumerable<string> FilesOf(TemporaryFolder folder)
    {
        foreach (var path in Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith("in-use", StringComparison.Ordinal)))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.Latin1);
            yield return reader.ReadToEnd();
        }
    }

    /// <summary>Kills the process once the server has so many bytes.</summary>
    private sealed class KillAt(StandaloneProcess process, long bytes) : IProgress<long>
    {
        public void Report(long value)
        {
            if (value >= bytes)
            {
                process.KillAsync().GetAwaiter().GetResult();
            }
        }
    }

    private sealed class Steps : IProgress<long>
    {
        public long First { get; private set; } = -1;

        public void Report(long value) => First = First < 0 ? value : First;
    }
}
