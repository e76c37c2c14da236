using System.Text;
using ContactGroup.Contracts;
using ContactGroup.Hosting.Blobs;
using ContactGroup.Testing;
using Microsoft.AspNetCore.DataProtection;

namespace ContactGroup.Hosting.Tests.Blobs;

/// <summary>The suite on files, and what only files have to keep.</summary>
public sealed class FileBlobStoreTests : BlobStoreSuite, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly IDataProtectionProvider keys = new EphemeralDataProtectionProvider();

    public FileBlobStoreTests() => Store = Open("attachments");

    private protected override IBlobStore Store { get; }

    private string Folder => Path.Combine(folder.Path, "attachments");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task No_file_holds_anything_readable_and_none_is_readable_by_others()
    {
        await WriteAsync(Ids.New(), Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("CANARY-OF-THE-BLOB ", 10_000))));

        var files = Directory.GetFiles(Folder);

        Assert.All(files, file => Assert.DoesNotContain("CANARY", Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(file).UnixFileMode));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(Folder).UnixFileMode);
        }
    }

    [Fact]
    public async Task The_same_content_twice_has_nothing_in_common_on_disk()
    {
        var (one, two) = (Ids.New(), Ids.New());
        await WriteAsync(one, new byte[1_000]);
        await WriteAsync(two, new byte[1_000]);

        var (first, second) = (await File.ReadAllBytesAsync(PathOf(one)), await File.ReadAllBytesAsync(PathOf(two)));

        Assert.False(first.AsSpan(^1_000..).SequenceEqual(second.AsSpan(^1_000..)));
    }

    [Theory]
    [InlineData("flipped")]
    [InlineData("cut to its first chunk")]
    [InlineData("cut by a byte")]
    [InlineData("two chunks swapped")]
    [InlineData("without chunks")]
    [InlineData("empty")]
    [InlineData("longer by a chunk")]
    public async Task A_file_that_was_changed_gives_nothing_out(string change)
    {
        var blob = Ids.New();
        await WriteAsync(blob, new byte[BlobSeal.ChunkBytes * 3]);
        var bytes = await File.ReadAllBytesAsync(PathOf(blob));
        const int Chunk = BlobSeal.ChunkBytes + BlobSeal.TagBytes;
        var begin = bytes.Length - (3 * Chunk);

        await File.WriteAllBytesAsync(PathOf(blob), change switch
        {
            "flipped" => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)],
            "cut to its first chunk" => bytes[..(begin + Chunk)],
            "cut by a byte" => bytes[..^1],
            "two chunks swapped" => [.. bytes[..begin], .. bytes[(begin + Chunk)..(begin + (2 * Chunk))], .. bytes[begin..(begin + Chunk)], .. bytes[(begin + (2 * Chunk))..]],
            "without chunks" => bytes[..begin],
            "longer by a chunk" => [.. bytes, .. bytes[^Chunk..]],
            _ => [],
        });

        await Assert.ThrowsAsync<BlobUnreadableException>(() => ReadAsync(blob));
    }

    [Fact]
    public async Task A_file_under_another_name_or_in_another_area_gives_nothing_out()
    {
        var (blob, other) = (Ids.New(), Ids.New());
        await WriteAsync(blob, [1, 2, 3]);
        var parts = Open("parts");

        File.Copy(PathOf(blob), PathOf(other));
        File.Copy(PathOf(blob), Path.Combine(folder.Path, "parts", blob));

        await Assert.ThrowsAsync<BlobUnreadableException>(() => ReadAsync(other));
        Assert.Throws<BlobUnreadableException>(() => parts.OpenRead(blob));
    }

    [Fact]
    public async Task A_start_removes_scraps_of_a_killed_process_and_leaves_blobs()
    {
        var blob = Ids.New();
        await WriteAsync(blob, [1, 2, 3]);
        var scrap = Path.Combine(Folder, Ids.New() + ".new");
        await File.WriteAllBytesAsync(scrap, [1]);
        File.SetLastWriteTimeUtc(scrap, new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc));

        Open("attachments");

        Assert.False(File.Exists(scrap));
        Assert.Equal([1, 2, 3], await ReadAsync(blob));
    }

    [Fact]
    public async Task A_reader_finishes_a_blob_that_is_removed_meanwhile()
    {
        var blob = Ids.New();
        await WriteAsync(blob, new byte[200_000]);
        await using var stream = Store.OpenRead(blob)!;

        Store.Delete(blob);
        var read = new byte[200_000];
        await stream.ReadExactlyAsync(read);

        Assert.Null(Store.OpenRead(blob));
    }

    private FileBlobStore Open(string area) => new(Path.Combine(folder.Path, area), area, keys, new FakeClock());

    private string PathOf(string blob) => Path.Combine(Folder, blob);
}
