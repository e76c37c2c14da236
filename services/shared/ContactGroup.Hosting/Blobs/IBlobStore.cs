namespace ContactGroup.Hosting.Blobs;

/// <summary>
/// Files of one area, sealed at rest. A blob is written once and never changes; whoever writes the same id again has to remove it first. Ids are random
/// (<c>Ids.New()</c>) and tell nothing; two blobs of the same content have nothing in common.
/// </summary>
public interface IBlobStore
{
    /// <summary>Writes a blob; when this returns it is on disk, and before that nobody sees any of it.</summary>
    /// <param name="blob">Id of the blob.</param>
    /// <param name="content">Read to its end.</param>
    /// <param name="most">The most bytes it may have.</param>
    /// <param name="cancellationToken">Ends the writing; nothing is kept.</param>
    /// <returns>How many bytes it has.</returns>
    /// <exception cref="BlobTooLargeException">The content is longer; nothing was kept.</exception>
    Task<long> WriteAsync(string blob, Stream content, long most, CancellationToken cancellationToken);

    /// <summary>Opens a blob at its beginning; the stream seeks without reading what lies between. Null when there is none.</summary>
    /// <remarks>Reading what was changed on disk throws <see cref="BlobUnreadableException"/> and gives none of it out.</remarks>
    Stream? OpenRead(string blob);

    /// <summary>Removes a blob; harmless when there is none.</summary>
    void Delete(string blob);

    /// <summary>Ids of blobs that were finished before an instant, in no order.</summary>
    IEnumerable<string> OlderThan(DateTimeOffset instant);
}

/// <summary>The areas of this version: who writes into one decides what is removed from it.</summary>
public static class BlobAreas
{
    /// <summary>Parts of uploads that are not complete. Owned by <c>channels</c>.</summary>
    public const string Parts = "parts";

    /// <summary>Complete attachments. Written by <c>channels</c>; from the moment an item carries one, kept and removed by <c>release</c>.</summary>
    public const string Attachments = "attachments";
}

/// <summary>More bytes came than the blob may have.</summary>
public sealed class BlobTooLargeException() : Exception("The content is longer than the blob may be.");

/// <summary>What is on disk is not what was written.</summary>
public sealed class BlobUnreadableException(Exception? cause = null) : IOException("A blob was changed on disk or its key is gone.", cause);
