namespace ContactGroup.Realtime.Streams;

/// <summary>One reading of a page of a stream, perhaps for several subscriptions.</summary>
internal sealed class BacklogReading
{
    /// <param name="read">Waits for its turn, tells the topic that it begins, and reads.</param>
    public BacklogReading(Func<BacklogReading, Task<BacklogPage>> read) => Page = read(this);

    /// <summary>The page, when it is read.</summary>
    public Task<BacklogPage> Page { get; }

    /// <summary>Its number among the readings of its topic; 0 until it begins. Guarded by the topic.</summary>
    public long Began { get; set; }
}
