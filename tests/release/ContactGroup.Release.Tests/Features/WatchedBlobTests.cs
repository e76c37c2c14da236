using ContactGroup.Release.Domain;

namespace ContactGroup.Release.Tests.Features;

public sealed class WatchedBlobTests
{
    [Fact]
    public async Task A_download_that_has_begun_ends_at_the_next_chunk_after_a_recall()
    {
        var held = true;
        await using var blob = new WatchedBlob(new MemoryStream(new byte[300]), _ => Task.FromResult(held));
        var chunk = new byte[100];
        Assert.Equal(100, await blob.ReadAsync(chunk));
        Assert.Equal(100, await blob.ReadAsync(chunk));

        held = false;

        await Assert.ThrowsAsync<OperationCanceledException>(async () => await blob.ReadExactlyAsync(chunk));
    }
}
