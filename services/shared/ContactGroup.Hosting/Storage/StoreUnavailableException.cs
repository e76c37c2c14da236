namespace ContactGroup.Hosting.Storage;

/// <summary>The store cannot take the work now; nothing was stored and the same command may be sent again.</summary>
public sealed class StoreUnavailableException(string store, Exception? cause = null)
    : Exception($"The store {store} is not available.", cause)
{
    /// <summary>Name of the store.</summary>
    public string Store { get; } = store;
}
