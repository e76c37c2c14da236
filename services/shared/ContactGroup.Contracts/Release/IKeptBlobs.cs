namespace ContactGroup.Contracts.Release;

/// <summary>Port: which attachments some item carries. Implemented by <c>release</c>, which removes them when none does any more; closed on failure.</summary>
public interface IKeptBlobs
{
    /// <summary>Those of the blobs that release has taken over.</summary>
    ValueTask<IReadOnlyCollection<string>> KeptAsync(IReadOnlyCollection<string> blobs, CancellationToken cancellationToken);
}
