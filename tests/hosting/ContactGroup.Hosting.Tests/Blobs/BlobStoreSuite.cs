using System.Security.Cryptography;
using ContactGroup.Contracts;
using ContactGroup.Hosting.Blobs;

namespace ContactGroup.Hosting.Tests.Blobs;

/// <summary>What every blob store keeps, whatever it is made of.</summary>
public abstract class BlobStoreSuite
{
    private const long Most = 1024 * 1024;

    private protected abstract IBlobStore Store { get; }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_072)]
    [InlineData(300_000)]
    public async Task What_was_written_is_read_whatever_its_length(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        var blob = Ids.New();

        var written = await WriteAsync(blob, content);

        Assert.Equal(length, written);
        Assert.Equal(content, await ReadAsync(blob));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(65_530, 12)]
    [InlineData(131_072, 1)]
    [InlineData(199_999, 1)]
    [InlineData(70_000, 100_000)]
    public async Task A_range_is_read_without_what_lies_before_it(int from, int count)
    {
        var content = RandomNumberGenerator.GetBytes(200_000);
        var blob = Ids.New();
        await WriteAsync(blob, content);

        await using var stream = Store.OpenRead(blob)!;
        stream.Seek(from, SeekOrigin.Begin);
        var read = new byte[count];
        await stream.ReadExactlyAsync(read);

        Assert.Equal(content.AsSpan(from, count).ToArray(), read);
        Assert.Equal(content.Length, stream.Length);
    }

    [Fact]
    public async Task Beyond_the_end_there_is_nothing()
    {
        var blob = Ids.New();
        await WriteAsync(blob, [1, 2, 3]);

        await using var stream = Store.OpenRead(blob)!;
        stream.Seek(3, SeekOrigin.Begin);

        Assert.Equal(0, await stream.ReadAsync(new byte[10]));
    }

    [Fact]
    public async Task A_blob_that_is_too_long_is_not_kept()
    {
        var blob = Ids.New();

        await Assert.ThrowsAsync<BlobTooLargeException>(() => Store.WriteAsync(blob, new MemoryStream(new byte[1_001]), 1_000, CancellationToken.None));

        Assert.Null(Store.OpenRead(blob));
    }

    [Fact]
    public async Task A_blob_whose_source_breaks_off_is_not_kept()
    {
        var blob = Ids.New();

        await Assert.ThrowsAsync<IOException>(() => Store.WriteAsync(blob, new BreakingOff(100_000), Most, CancellationToken.None));

        Assert.Null(Store.OpenRead(blob));
    }

    [Fact]
    public async Task A_blob_is_written_once()
    {
        var blob = Ids.New();
        await WriteAsync(blob, [1]);

        await Assert.ThrowsAnyAsync<IOException>(() => WriteAsync(blob, [2]));

        Assert.Equal([1], await ReadAsync(blob));
    }

    [Fact]
    public async Task A_removed_blob_is_absent_and_may_be_removed_again()
    {
        var blob = Ids.New();
        await WriteAsync(blob, [1]);

        Store.Delete(blob);
        Store.Delete(blob);

        Assert.Null(Store.OpenRead(blob));
    }

    [Fact]
    public async Task Blobs_are_listed_by_age()
    {
        var blob = Ids.New();
        await WriteAsync(blob, [1]);

        Assert.Contains(blob, Store.OlderThan(DateTimeOffset.MaxValue));
        Assert.Empty(Store.OlderThan(DateTimeOffset.UnixEpoch));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("a")]
    public void A_name_that_is_no_id_is_refused(string name) => Assert.Throws<ArgumentException>(() => Store.OpenRead(name));

    private protected Task<long> WriteAsync(string blob, byte[] content) =>
        Store.WriteAsync(blob, new MemoryStream(content), Most, CancellationToken.None);

    private protected async Task<byte[]> ReadAsync(string blob)
    {
        await using var stream = Store.OpenRead(blob)!;
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    private sealed class BreakingOff(int after) : MemoryStream(new byte[after])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is var count and > 0 ? count : throw new IOException("The line is dead.");
    }
}
