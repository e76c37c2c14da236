namespace ContactGroup.Load.FanOut;

/// <summary>Opens a connection that follows; it has read nothing yet.</summary>
/// <param name="number">Which one: they are spread over people and audiences.</param>
/// <param name="receiveBuffer">Bytes that are kept for it while it does not read; 0 for what is usual.</param>
internal delegate Task<LeanSocket> Follow(int number, int receiveBuffer = 0);

/// <summary>Something that passes posts on to many: the bare hub, or ours.</summary>
internal interface IPlace : IAsyncDisposable
{
    /// <summary>What it is called in the report.</summary>
    string Name { get; }

    /// <summary>Marks this moment: what it gives opens connections that get everything that is posted from now on.</summary>
    Task<Follow> MarkAsync();

    /// <summary>Sends a post; done when it was taken.</summary>
    Task PostAsync(int author, string text);

    /// <summary>Resident memory of the server, in bytes.</summary>
    long Memory();

    /// <summary>Processor time that the server has used.</summary>
    TimeSpan Processor();
}
