namespace ContactGroup.Load.FanOut;

/// <summary>Something that passes posts on to many: the bare hub, or ours.</summary>
internal interface IPlace : IAsyncDisposable
{
    /// <summary>What it is called in the report.</summary>
    string Name { get; }

    /// <summary>Connections that are opened from now on get what is posted from now on.</summary>
    Task BeginAsync();

    /// <summary>Opens a connection that follows; it has read nothing yet.</summary>
    Task<LeanSocket> FollowAsync(int number);

    /// <summary>Sends a post; done when it was taken.</summary>
    Task PostAsync(int author, string text);

    /// <summary>Resident memory of the server, in bytes.</summary>
    long Memory();

    /// <summary>Processor time that the server has used.</summary>
    TimeSpan Processor();
}
